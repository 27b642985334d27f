package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A programme under which services are delivered.
 *  @see "HSDS 3.2, program" */
@HsdsShape
public record Program(
        UUID id,
        @Nullable UUID organizationId,
        String name,
        @Nullable String alternateName,
        String description,
        List<Attribute> attributes,
        List<Metadata> metadata) {}
