package org.nowrongdoor.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.Suggestion;
import org.nowrongdoor.http.request.NegotiationReader;
import org.nowrongdoor.http.server.TimeLimited;
import org.nowrongdoor.region.PlaceSuggester;
import org.nowrongdoor.search.engine.NameSuggester;
import org.nowrongdoor.search.model.Audience;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchLimits;
import org.nowrongdoor.search.query.ResourceFinder;
import org.nowrongdoor.taxonomy.Terms;
import org.nowrongdoor.taxonomy.recognition.NeedSuggester;

/** What someone may be typing: needs first, then names, then places. */
@Path("/suggest")
@Tag(name = "Search")
@TimeLimited
public class SuggestResource {

    private static final int MOST = 10;
    private static final int MOST_NEEDS = 5;
    private static final int MOST_NAMES = 4;
    private static final int MOST_QUERIES = 3;

    private final NeedSuggester needs;
    private final QuerySuggester queries;
    private final NameSuggester names;
    private final PlaceSuggester places;
    private final Terms terms;

    public SuggestResource(
            NeedSuggester needs, QuerySuggester queries, NameSuggester names, PlaceSuggester places, Terms terms) {
        this.needs = needs;
        this.queries = queries;
        this.names = names;
        this.places = places;
        this.terms = terms;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "suggest", summary = "Up to ten needs, services, organisations and places that begin so")
    public RestResponse<List<Suggestion>> suggest(
            @QueryParam("q") @Size(max = SearchLimits.TYPED_LENGTH) @Nullable String q,
            @QueryParam("type") @Size(max = SearchLimits.VALUES) List<@Size(max = SearchLimits.VALUE_LENGTH) String> type,
            @QueryParam("limit") @DefaultValue("" + MOST) @Min(1) @Max(MOST) int limit,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("audience") @Nullable String audience,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        var faults = new RequestFaults();
        var language = NegotiationReader.language(lang, acceptLanguage);
        faults.oneOf("lang", language, NegotiationReader.LANGUAGES);
        faults.oneOf("audience", audience, Audience.WORDS);
        type.forEach(asked -> faults.oneOf("type", asked, SuggestionType.names()));
        var typed = Objects.requireNonNullElse(q, "");
        if (typed.isBlank() || typed.length() > SearchLimits.TYPED_LENGTH) {
            faults.add("q", "q must have 1 to " + SearchLimits.TYPED_LENGTH + " characters, had " + typed.length());
        } else {
            SearchLimits.checkTyped("q", typed, SearchLimits.TYPED_LENGTH, faults);
        }
        faults.throwIfAny();
        // Where one type alone is asked for, no room is kept for others.
        boolean isOne = type.stream().distinct().count() == 1;
        var found = Stream.of(
                        resources(typed, audience, language),
                        needs.suggest(typed, language, isOne ? MOST : MOST_NEEDS),
                        queries.suggest(typed, language, isOne ? MOST : MOST_QUERIES),
                        names.suggest(typed, type.isEmpty() ? MOST_NAMES : MOST),
                        places.suggest(typed, MOST))
                .flatMap(List::stream)
                .filter(suggestion -> type.isEmpty() || type.contains(suggestion.type()))
                .limit(limit)
                .toList();
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Trainings, guides and the like, for those who ask for their work. */
    private List<Suggestion> resources(String typed, @Nullable String audience, String lang) {
        return audience == null || Audience.of(audience) == Audience.SELF
                ? List.of()
                : ResourceFinder.starting(typed).stream()
                        .map(code -> new Suggestion(
                                "need",
                                code,
                                terms.tree().label(code, lang),
                                Map.of("needs", List.of(code), "audience", audience)))
                        .toList();
    }
}
