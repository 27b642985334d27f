package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.parameter.TakesParameters;
import org.nowrongdoor.http.request.NegotiationReader;
import org.nowrongdoor.http.server.TimeLimited;
import org.nowrongdoor.search.format.SearchPageWriter;
import org.nowrongdoor.search.format.TextForm;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.model.SearchRequest;

/** The search: what is needed, where, for whom. */
@Path("/search")
@Tag(name = "Search", description = "Which services there are, whether the client can go there, and what to ask first")
@Produces({
    MediaType.APPLICATION_JSON,
    SearchPageWriter.TEXT,
    SearchPageWriter.CSV,
    SearchPageWriter.GEO,
    SearchPageWriter.LINES
})
@TimeLimited
public class SearchResource {

    private static final String FACT = "fact.";
    private static final String SECRET =
            "Nothing of the question is kept anywhere. What the client says is judged and forgotten.";

    private final SearchHandler answer;
    private final VettingPresenter vetting;
    private final SearchPageWriter formats;

    public SearchResource(SearchHandler answer, VettingPresenter vetting, SearchPageWriter formats) {
        this.answer = answer;
        this.vetting = vetting;
        this.formats = formats;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "search", summary = "Search with everything in the body", description = SECRET)
    @APIResponse(
            responseCode = "200",
            description = "Hits, those that do not fit and why, what to ask, and other services to try",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SearchPage.class)))
    public Response post(
            @NotNull SearchRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @Context Request http) {
        var asked = request.inLanguage(NegotiationReader.language(request.lang(), acceptLanguage));
        return formats.answer(vetting.told(answer.answer(asked), asked), http, TextForm.of(asked));
    }

    @GET
    @TakesParameters("fact.*")
    @Operation(
            operationId = "searchByParameters",
            summary = "Search with parameters",
            description =
                    "The same as the body but for client: details about a person do not belong in a URL. " + SECRET)
    @APIResponse(
            responseCode = "200",
            description = "Hits, those that do not fit and why, what to ask, and other services to try",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SearchPage.class)))
    public Response get(
            @BeanParam SearchParameters parameters,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @Context UriInfo uri,
            @Context Request http) {
        Map<String, JsonNode> facts = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (name.startsWith(FACT)) {
                facts.put(name.substring(FACT.length()), TextNode.valueOf(values.get(0)));
            }
        });
        var language = NegotiationReader.language(parameters.lang(), acceptLanguage);
        var request = parameters.request(facts).inLanguage(language);
        return formats.answer(vetting.told(answer.answer(request), request), http, TextForm.of(request));
    }
}
