package org.nowrongdoor.search.model;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller asks for.
 *  @param q words as they are said
 *  @param needs term codes, or words for them; several are met in part by a hit
 *  @param client what the client says; judged, never kept
 *  @param unknowns {@code include} or {@code exclude} services that are silent on what is required
 *  @param lens a named, published set of filters; none by default
 *  @param sort {@code relevance}, {@code distance} or {@code verified}
 *  @param size hits on a page, 1 to 100
 *  @param after the {@code next} of the page before
 *  @param lang {@code en} or {@code es}
 *  @param discreet whether the answer must be readable over a shoulder
 *  @param detail how much a text that is read aloud tells of each service: the default, or {@code full}
 *  @param audience who asks: the person in need, or someone who asks for another or for the work they do
 *  @param explain whether the answer tells what the words of {@code q} could be read as, for developers
 *  @param speak whether a text is sentences without symbols, for a voice
 *  @param network the id or the name of an organisation: those known to be in its network answer, and no others
 *  @param vetting whether the organisation of a hit brings its vetting file along; it ranks and leaves out nothing */
public record SearchRequest(
        @Size(max = SearchLimits.Q_LENGTH) @Nullable String q,
        @Size(max = SearchLimits.NEEDS) List<@Size(max = SearchLimits.NEED_LENGTH) String> needs,
        @Nullable Location where,

        @Schema(ref = "Client") @Nullable JsonNode client,

        @Nullable Requirements require,
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String unknowns,
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String lens,
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String sort,
        @Nullable Integer size,
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String after,
        @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> facets,
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String lang,
        @Nullable Boolean discreet,
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String detail,
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String audience,
        @Nullable Boolean explain,
        @Nullable Boolean speak,
        @Size(max = SearchLimits.PLACE_LENGTH) @Nullable String network,
        @Nullable Boolean vetting) {

    /** The values of {@code detail}. */
    public static final List<String> DETAILS = List.of("short", "full");

    private static final String FULL = "full";

    /** A question that is answered in few words. */
    public SearchRequest(
            @Nullable String q,
            List<String> needs,
            @Nullable Location where,
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
        this(
                q, needs, where, client, require, unknowns, lens, sort, size, after, facets, lang, discreet, null, null,
                null, null, null, null);
    }

    /** The same question, answered with everything. */
    public SearchRequest openly() {
        return new SearchRequest(
                q, needs, where, client, require, unknowns, lens, sort, size, after, facets, lang, false, detail,
                audience, explain, speak, network, vetting);
    }

    /** Whether a text is to tell everything that is known. */
    public boolean wantsDetail() {
        return FULL.equals(detail);
    }

    /** The same question, answered in a language. */
    public SearchRequest inLanguage(String language) {
        return new SearchRequest(
                q, needs, where, client, require, unknowns, lens, sort, size, after, facets, language, discreet, detail,
                audience, explain, speak, network, vetting);
    }

    /** The same question, asked by someone. */
    public SearchRequest askedBy(@Nullable String who) {
        return new SearchRequest(
                q, needs, where, client, require, unknowns, lens, sort, size, after, facets, lang, discreet, detail,
                who, explain, speak, network, vetting);
    }

    /** Whether a text is for a voice. */
    public boolean wantsSpeech() {
        return Boolean.TRUE.equals(speak);
    }

    /** Whether vetting files are told: never where others may read along. */
    public boolean wantsVetting() {
        return Boolean.TRUE.equals(vetting) && !wantsDiscretion();
    }

    public boolean wantsDiscretion() {
        return Boolean.TRUE.equals(discreet);
    }

    public boolean wantsExplanation() {
        return Boolean.TRUE.equals(explain);
    }

    /** Where: exactly one of a region id, a place in words, a postal code, or a point with its radius. */
    @Schema(name = "SearchWhere")
    public record Location(
            @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String region,
            @Size(max = SearchLimits.PLACE_LENGTH) @Nullable String place,
            @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String postalCode,
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable Double radiusKm) {}

    /** What a service must be or have.
     *  @param openAt {@code now} or an RFC 3339 time with offset
     *  @param facts code to the value that is asked for
     *  @param lawEnforcementAtMost the closest relationship that is acceptable */
    @Schema(name = "SearchRequirements")
    public record Requirements(
            @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> languages,
            @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> channels,
            @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String openAt,
            @Nullable Boolean free,

            @Schema(ref = "RequiredFacts") Map<String, JsonNode> facts,

            @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String lawEnforcementAtMost,
            @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> ledBy,
            @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> kinds,
            @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> status,
            @Nullable Integer verifiedWithinDays) {}
}
