package org.nowrongdoor.directory.store;

import java.time.Instant;
import java.util.UUID;

/** An organisation as it was read, not yet fit to be shown.
 *  @param keepsSecret whether any service or place of it is not public
 *  @param json the record */
public record OrganizationRow(UUID id, boolean keepsSecret, Instant lastModified, String json) {}
