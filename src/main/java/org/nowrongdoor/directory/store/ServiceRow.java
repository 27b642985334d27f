package org.nowrongdoor.directory.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.directory.record.LocationPolicy;

/** A service as it was read, not yet fit to be shown.
 *  @param keepsSecret whether it is given at a place that is not public
 *  @param json the record */
public record ServiceRow(
        UUID id,
        @Nullable UUID organizationId,
        Kind kind,
        LocationPolicy policy,
        boolean keepsSecret,
        Instant lastModified,
        String json) {}
