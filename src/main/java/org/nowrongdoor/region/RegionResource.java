package org.nowrongdoor.region;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.server.TimeLimited;
import org.nowrongdoor.problem.Problem;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** The gazetteer for callers: which region ids there are, and what lies in what. */
@Path("/regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Regions",
        description = "States, counties, places and postal codes of the US, from GeoNames and the Census")
@TimeLimited
public class RegionResource {

    private static final int MOST = 100;

    private final Regions regions;
    private final PlaceFinder finder;
    private final PlaceSuggester suggestions;

    /** Answers from memory. */
    public RegionResource(Regions regions, PlaceFinder finder, PlaceSuggester suggestions) {
        this.regions = regions;
        this.finder = finder;
        this.suggestions = suggestions;
    }

    /** Regions that a text may mean. */
    public record RegionList(List<RegionView> contents) {}

    @GET
    @Operation(
            operationId = "findRegions",
            summary = "Regions that a text may mean",
            description =
                    "A place with or without its state, a county, a state, a postal code, or the beginning of a name."
                            + " The likeliest comes first. Without q: the nation and its states.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = RegionList.class),
                            examples = @ExampleObject(name = "St. Paul", value = """
                                                    {"contents": [{"id": "MN/saint-paul", "kind": "place",
                                                      "name": "Saint Paul, MN", "parent_id": "27123", "state": "MN",
                                                      "latitude": 44.94441, "longitude": -93.09327,
                                                      "population": 285068, "time_zone": "America/Chicago",
                                                      "ancestors": [{"id": "27123", "name": "Ramsey County, MN"},
                                                                    {"id": "MN", "name": "Minnesota"},
                                                                    {"id": "us", "name": "United States"}],
                                                      "overlaps": []}]}""")))
    @APIResponse(
            responseCode = "400",
            description = "limit is not 1 to 100",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response find(
            @Parameter(description = "What someone would write", example = "st. paul mn") @QueryParam("q") @Nullable String q,
            @Parameter(description = "At most so many, 1 to 100", example = "20")
                    @DefaultValue("20")
                    @QueryParam("limit")
                    String limit) {
        int most = limit(limit);
        var found = q == null || q.isBlank() ? states() : meant(q, most);
        return Response.ok(new RegionList(found.stream()
                        .limit(most)
                        .map(region -> RegionView.of(region, regions))
                        .toList()))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getRegion",
            summary = "A region by its id",
            description =
                    "us, a state MN, a county's FIPS code 27053, or a place MN/minneapolis: the slash stands in the path.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RegionView.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such region; near holds ids that look like it",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response get(@Parameter(example = "27053") @PathParam("id") String id) {
        return Response.ok(RegionView.of(regions.get(id), regions)).build();
    }

    @GET
    @Path("{state}/{place}")
    @Operation(
            operationId = "getPlace",
            summary = "A place by its id",
            description = "The id of a place holds a slash, which may stand in the path as it is.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RegionView.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such region; near holds ids that look like it",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response getPlace(
            @Parameter(example = "MN") @PathParam("state") String state,
            @Parameter(example = "minneapolis") @PathParam("place") String place) {
        return get(state + "/" + place);
    }

    private List<Region> states() {
        return regions.list().stream()
                .filter(region -> region.kind() == RegionKind.NATION || region.kind() == RegionKind.STATE)
                .toList();
    }

    private List<Region> meant(String q, int most) {
        var found = new LinkedHashMap<String, Region>();
        regions.find(q.strip()).ifPresent(region -> found.put(region.id(), region));
        var place = finder.find(q);
        place.resolved().ifPresent(region -> found.putIfAbsent(region.id(), region));
        place.candidates().forEach(region -> found.putIfAbsent(region.id(), region));
        suggestions.starting(q, most).forEach(region -> found.putIfAbsent(region.id(), region));
        return List.copyOf(found.values());
    }

    private static int limit(String written) {
        try {
            int limit = Integer.parseInt(written);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw badLimit(written);
        }
        throw badLimit(written);
    }

    private static ProblemException badLimit(String written) {
        var shown = written.length() > 20 ? written.substring(0, 20) + "…" : written;
        return ProblemException.of(ProblemKind.INVALID_PARAMETER, "limit must be 1 to " + MOST + ", was " + shown)
                .with(Map.of("parameter", "limit"));
    }
}
