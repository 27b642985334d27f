package org.nowrongdoor.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place as it was read, not yet fit to be shown.
 *  @param policy its own, or that of a service given there which is not public
 *  @param json the record */
record LocationRow(UUID id, @Nullable UUID organizationId, LocationPolicy policy, Instant lastModified, String json) {}
