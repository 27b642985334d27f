package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** What a capacity counts.
 *  @see "HSDS 3.2, unit" */
@HsdsShape
public record MeasuringUnit(
        UUID id,
        String name,
        @Nullable String scheme,
        @Nullable String identifier,
        @Nullable String uri,
        List<Attribute> attributes,
        List<Metadata> metadata) {}
