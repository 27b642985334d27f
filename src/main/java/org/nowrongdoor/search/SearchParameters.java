package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.model.SearchLimits;
import org.nowrongdoor.search.model.SearchRequest;

/** The parameters of {@code GET /search}: the names of the body but for {@code client}, which no URL may hold. */
public record SearchParameters(
        @Parameter(description = "Words as they are said", example = "bed tonight")
        @QueryParam("q")
        @Size(max = SearchLimits.Q_LENGTH) @Nullable String q,

        @Parameter(description = "Term code or word for it; may be repeated", example = "shelter.emergency")
        @QueryParam("need")
        @Size(max = SearchLimits.NEEDS) List<@Size(max = SearchLimits.NEED_LENGTH) String> need,

        @Parameter(description = "Region id: us, a state, a county FIPS code or a place", example = "27053")
        @QueryParam("region")
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String region,

        @Parameter(description = "A place in words", example = "Minneapolis, MN")
        @QueryParam("place")
        @Size(max = SearchLimits.PLACE_LENGTH) @Nullable String place,

        @Parameter(description = "US postal code", example = "55404")
        @QueryParam("postal_code")
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String postalCode,

        @Parameter(description = "Degrees north, with lon") @QueryParam("lat") @Nullable Double lat,

        @Parameter(description = "Degrees east, with lat") @QueryParam("lon") @Nullable Double lon,

        @Parameter(description = "Kilometres around the place for public sites, up to 500; 40 when not given")
        @QueryParam("radius_km")
        @Nullable Double radiusKm,

        @Parameter(
                description =
                        "A language by its code or its name, with :staff or :interpreter where it matters who speaks it;"
                                + " may be repeated, any one is enough",
                example = "es")
        @QueryParam("language")
        @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> language,

        @Parameter(description = "phone, sms, chat, email, walk_in or web; may be repeated")
        @QueryParam("channel")
        @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> channel,

        @Parameter(description = "now, or an RFC 3339 time with offset", example = "now")
        @QueryParam("open_at")
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String openAt,

        @Parameter(description = "The closest relationship to law enforcement that is acceptable", example = "none")
        @QueryParam("law_enforcement_at_most")
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String lawEnforcementAtMost,

        @Parameter(description = "sex_worker, survivor or peer; may be repeated")
        @QueryParam("led_by")
        @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> ledBy,

        @Parameter(description = "Whether no fee may be asked") @QueryParam("free") @Nullable Boolean free,

        @Parameter(description = "include (default) or exclude services that are silent on what is required")
        @QueryParam("unknowns")
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String unknowns,

        @Parameter(description = "HSDS status; active when not given")
        @QueryParam("status")
        @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> status,

        @Parameter(description = "Verified within so many days") @QueryParam("verified_within_days") @Nullable Integer verifiedWithinDays,

        @Parameter(description = "Kinds that may answer; service, hotline and navigator when not given")
        @QueryParam("kind")
        @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> kind,

        @Parameter(description = "A named, published set of filters; none when not given")
        @QueryParam("lens")
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String lens,

        @Parameter(description = "relevance, distance or verified")
        @QueryParam("sort")
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String sort,

        @Parameter(description = "Hits on a page, 1 to 100", example = "20") @QueryParam("size") @Nullable Integer size,

        @Parameter(description = "The next of the page before")
        @QueryParam("after")
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String after,

        @Parameter(description = "need, region, language, channel, kind or led_by; may be repeated")
        @QueryParam("facet")
        @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> facet,

        @Parameter(description = "en or es") @QueryParam("lang") @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String lang,

        @Parameter(description = "Whether the answer must be readable over a shoulder")
        @QueryParam("discreet")
        @Nullable Boolean discreet,

        @Parameter(description = "short (default) or full: how much a text tells of each service")
        @QueryParam("detail")
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String detail,

        @Parameter(
                description =
                        "self (default), helper, professional, school or employer: for whom the answer is written,"
                                + " and whether trainings, guides and the like are found")
        @QueryParam("audience")
        @Size(max = SearchLimits.VALUE_LENGTH) @Nullable String audience,

        @Parameter(description = "Whether the answer tells what the words of q could be read as, for developers")
        @QueryParam("explain")
        @Nullable Boolean explain,

        @Parameter(description = "Whether a text is sentences without symbols, for a voice")
        @QueryParam("speak")
        @Nullable Boolean speak,

        @Parameter(
                description = "The id or the name of an organization: those known to be in its network answer",
                example = "Safe Harbor")
        @QueryParam("network")
        @Size(max = SearchLimits.PLACE_LENGTH) @Nullable String network,

        @Parameter(
                description = "Whether the organization of a hit brings its vetting file along, in JSON; it ranks and"
                        + " leaves out nothing")
        @QueryParam("vetting")
        @Nullable Boolean vetting) {

    /** The same question as a body would ask it.
     *  @param facts the parameters {@code fact.<code>} */
    SearchRequest request(Map<String, JsonNode> facts) {
        var hasPlace =
                region != null || place != null || postalCode != null || lat != null || lon != null || radiusKm != null;
        return new SearchRequest(
                q,
                need,
                hasPlace ? new SearchRequest.Location(region, place, postalCode, lat, lon, radiusKm) : null,
                null,
                new SearchRequest.Requirements(
                        language,
                        channel,
                        openAt,
                        free,
                        facts,
                        lawEnforcementAtMost,
                        ledBy,
                        kind,
                        status,
                        verifiedWithinDays),
                unknowns,
                lens,
                sort,
                size,
                after,
                facet,
                lang,
                discreet,
                detail,
                audience,
                explain,
                speak,
                network,
                vetting);
    }
}
