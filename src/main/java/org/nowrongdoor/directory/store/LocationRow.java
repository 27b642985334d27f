package org.nowrongdoor.directory.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;

/** A place as it was read, not yet fit to be shown.
 *  @param policy its own, or that of a service given there which is not public
 *  @param json the record */
public record LocationRow(
        UUID id, @Nullable UUID organizationId, LocationPolicy policy, Instant lastModified, String json) {}
