package org.nowrongdoor.directory;

import java.time.Instant;
import java.util.UUID;

/** An organisation as it was read, not yet fit to be shown.
 *  @param keepsSecret whether any service or place of it is not public
 *  @param json the record */
record OrganizationRow(UUID id, boolean keepsSecret, Instant lastModified, String json) {}
