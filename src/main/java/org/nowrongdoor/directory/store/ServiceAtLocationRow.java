package org.nowrongdoor.directory.store;

import java.time.Instant;
import java.util.UUID;

/** A service given at a place as it was read; the service and the place are both public.
 *  @param json the record */
public record ServiceAtLocationRow(UUID id, UUID serviceId, LocationRow location, Instant lastModified, String json) {}
