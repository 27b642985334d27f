package org.nowrongdoor.search;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.Suggestion;
import org.nowrongdoor.region.PlaceSuggester;
import org.nowrongdoor.search.engine.NameSuggester;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.taxonomy.recognition.NeedSuggester;

/** What someone may be typing: needs first, then names, then places. */
@Path("/suggest")
@Tag(name = "Search")
public class SuggestResource {

    private static final int MOST = 10;
    private static final int MOST_NEEDS = 5;
    private static final int MOST_NAMES = 4;
    private static final int LONGEST_Q = 100;

    private final NeedSuggester needs;
    private final NameSuggester names;
    private final PlaceSuggester places;

    public SuggestResource(NeedSuggester needs, NameSuggester names, PlaceSuggester places) {
        this.needs = needs;
        this.names = names;
        this.places = places;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Up to ten needs, services, organisations and places that begin so",
            description = "Nothing of it is kept.")
    public RestResponse<List<Suggestion>> suggest(
            @Parameter(description = "What has been typed so far", example = "nar") @QueryParam("q") @Nullable String q,
            @Parameter(description = "en or es") @QueryParam("lang") @Nullable String lang) {
        var faults = new RequestFaults();
        faults.oneOf("lang", lang, List.of("en", "es"));
        var typed = Objects.requireNonNullElse(q, "");
        if (typed.isBlank() || typed.length() > LONGEST_Q) {
            faults.add("q", "q must have 1 to " + LONGEST_Q + " characters, had " + typed.length());
        }
        faults.throwIfAny();
        var found = Stream.of(
                        needs.suggest(typed, Objects.requireNonNullElse(lang, "en"), MOST_NEEDS),
                        names.suggest(typed, MOST_NAMES),
                        places.suggest(typed, MOST))
                .flatMap(List::stream)
                .limit(MOST)
                .toList();
        return RestResponse.ResponseBuilder.ok(found)
                .header("Cache-Control", "no-store")
                .build();
    }
}
