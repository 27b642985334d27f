package org.nowrongdoor.search.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller asks for.
 *  @param q words as they are said
 *  @param needs term codes, or words for them; several are met in part by a hit
 *  @param client what the person says of herself; judged, never kept
 *  @param unknowns {@code include} or {@code exclude} services that are silent on what is required
 *  @param lens a named, published set of filters; none by default
 *  @param sort {@code relevance}, {@code distance} or {@code verified}
 *  @param size hits on a page, 1 to 100
 *  @param after the {@code next} of the page before
 *  @param lang {@code en} or {@code es}
 *  @param discreet whether the answer must be readable over a shoulder */
public record SearchRequest(
        @Nullable String q,
        List<String> needs,
        @Nullable Location where,

        @Schema(
                type = SchemaType.OBJECT,
                description = "What the person says of herself, as GET /attributes lists it; judged, never kept")
        @Nullable JsonNode client,

        @Nullable Requirements require,
        @Nullable String unknowns,
        @Nullable String lens,
        @Nullable String sort,
        @Nullable Integer size,
        @Nullable String after,
        List<String> facets,
        @Nullable String lang,
        @Nullable Boolean discreet) {

    /** The same question for other needs, from its first page on. */
    public SearchRequest with(List<String> others) {
        return new SearchRequest(
                q, others, where, client, require, unknowns, lens, sort, size, null, facets, lang, discreet);
    }

    /** The same question, answered with everything. */
    public SearchRequest openly() {
        return new SearchRequest(
                q, needs, where, client, require, unknowns, lens, sort, size, after, facets, lang, false);
    }

    public boolean wantsDiscretion() {
        return Boolean.TRUE.equals(discreet);
    }

    /** Where: exactly one of a region id, a place in words, a postal code, or a point with its radius. */
    @Schema(name = "SearchWhere")
    public record Location(
            @Nullable String region,
            @Nullable String place,
            @Nullable String postalCode,
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable Double radiusKm) {}

    /** What a service must be or have.
     *  @param openAt {@code now} or an RFC 3339 time with offset
     *  @param facts code to the value that is asked for
     *  @param lawEnforcementAtMost the closest relationship that is acceptable */
    @Schema(name = "SearchRequirements")
    public record Requirements(
            List<String> languages,
            List<String> channels,
            @Nullable String openAt,
            @Nullable Boolean free,

            @Schema(description = "Fact code and the value asked for, as GET /facts lists them")
            Map<String, JsonNode> facts,

            @Nullable String lawEnforcementAtMost,
            List<String> ledBy,
            List<String> kinds,
            List<String> status,
            @Nullable Integer verifiedWithinDays) {}
}
