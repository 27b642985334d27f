package org.nowrongdoor.taxonomy;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A vocabulary.
 *  @see "HSDS 3.2, taxonomy" */
@HsdsShape
@Schema(
        name = "Taxonomy",
        requiredProperties = {"id", "name"})
public record TaxonomyRecord(
        UUID id,
        String name,
        String description,
        @Nullable String uri,
        @Nullable String version,
        List<Metadata> metadata) {}
