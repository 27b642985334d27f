package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** What a place offers to people with disabilities.
 *  @see "HSDS 3.2, accessibility" */
@HsdsShape
public record Accessibility(
        UUID id,
        @Nullable UUID locationId,
        @Nullable String description,
        @Nullable String details,
        @Nullable String url,
        List<Attribute> attributes,
        List<Metadata> metadata) {}
