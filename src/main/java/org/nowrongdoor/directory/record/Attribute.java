package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;
import org.nowrongdoor.taxonomy.TermRecord;

/** A taxonomy term hung on a record; link type {@code service_type} names a need that it meets.
 *  @see "HSDS 3.2, attribute" */
@HsdsShape
public record Attribute(
        UUID id,
        @Nullable UUID linkId,
        @Nullable UUID taxonomyTermId,
        @Nullable String linkType,
        @Nullable String linkEntity,
        @Nullable String value,
        @Nullable TermRecord taxonomyTerm,
        List<Metadata> metadata,
        @Nullable String label) {}
