package org.nowrongdoor.taxonomy;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A word of a vocabulary.
 *  @see "HSDS 3.2, taxonomy_term" */
@HsdsShape
@Schema(
        name = "TaxonomyTerm",
        requiredProperties = {"id", "name"})
public record TermRecord(
        UUID id,
        @Nullable String code,
        String name,
        String description,
        @Nullable UUID parentId,
        @Nullable String taxonomy,
        @Nullable TaxonomyRecord taxonomyDetail,
        @Nullable String language,
        @Nullable UUID taxonomyId,
        @Nullable String termUri,
        List<Metadata> metadata,
        @Nullable String nameEs,
        List<Synonym> synonyms,
        List<String> flags) {}
