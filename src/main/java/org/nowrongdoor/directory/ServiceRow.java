package org.nowrongdoor.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service as it was read, not yet fit to be shown.
 *  @param json the record */
record ServiceRow(
        UUID id, @Nullable UUID organizationId, Kind kind, LocationPolicy policy, Instant lastModified, String json) {}
