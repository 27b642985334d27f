package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nowrongdoor.http.TakesParameters;

/** The main door: what is needed, where, for whom. */
@Path("/search")
@Tag(name = "Search", description = "Which doors there are, whether she can go there, and what to ask first")
@Produces({
    MediaType.APPLICATION_JSON,
    SearchPageWriter.TEXT,
    SearchPageWriter.CSV,
    SearchPageWriter.GEO,
    SearchPageWriter.LINES
})
public class SearchResource {

    private static final String FACT = "fact.";

    private final SearchAnswer answer;

    public SearchResource(SearchAnswer answer) {
        this.answer = answer;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Search with everything in the body",
            description =
                    "Nothing of the question is kept anywhere. What the person says of herself is judged and forgotten.")
    public RestResponse<SearchPage> post(@NotNull SearchRequest request) {
        return fresh(answer.answer(request));
    }

    @GET
    @TakesParameters("fact.*")
    @Operation(
            summary = "Search with parameters",
            description = "The same as the body but for client: details about a person do not belong in a URL.")
    public RestResponse<SearchPage> get(@BeanParam SearchParameters parameters, @Context UriInfo uri) {
        Map<String, JsonNode> facts = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (name.startsWith(FACT)) {
                facts.put(name.substring(FACT.length()), TextNode.valueOf(values.get(0)));
            }
        });
        return fresh(answer.answer(parameters.request(facts)));
    }

    private static RestResponse<SearchPage> fresh(SearchPage page) {
        return RestResponse.ResponseBuilder.ok(page)
                .header("Cache-Control", "no-store")
                .build();
    }
}
