package org.nowrongdoor.taxonomy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.parameter.BodyParameters;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.record.RecordResponses;
import org.nowrongdoor.http.server.MediaTypes;
import org.nowrongdoor.http.server.TimeLimited;

/** Terms of taxonomies to read.
 *  @see "HSDS 3.2, API reference, /taxonomy_terms" */
@Tag(name = "Taxonomies")
@Path("/taxonomy_terms")
@TimeLimited
public class TermResource {

    private final TermViews views;
    private final BodyParameters twin;
    private final RecordResponses answers;

    public TermResource(TermViews views, BodyParameters twin, RecordResponses answers) {
        this.views = views;
        this.twin = twin;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listTaxonomyTerms", summary = "Terms of taxonomies, a page or a stream")
    @APIResponse(
            responseCode = "200",
            description = "A page; with format=ndjson all of them, one a line",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(ref = "TaxonomyTermPage")))
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON})
    public Response list(@Valid @BeanParam TermParameters asked) {
        return answer(asked);
    }

    @POST
    @Operation(
            operationId = "queryTaxonomyTerms",
            summary = "Terms of taxonomies, asked for in the body, so that no URL keeps it")
    @APIResponse(
            responseCode = "200",
            description = "A page; with format ndjson all of them, one a line",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(ref = "TaxonomyTermPage")))
    @Consumes(MediaTypes.JSON)
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON})
    public Response query(
            @Valid @BeanParam TermParameters asked,
            @RequestBody(content = @Content(schema = @Schema(implementation = TermParameters.class))) @Nullable JsonNode body)
            throws JsonProcessingException {
        return answer(twin.joined(asked, body));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getTaxonomyTerm", summary = "One term with its taxonomy")
    @APIResponse(
            responseCode = "200",
            description = "One term with its taxonomy",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = TermRecord.class)))
    @Produces(MediaTypes.JSON)
    public Response get(@PathParam("id") UUID id) {
        return answers.one(views.find(id).orElseThrow(() -> ParameterProblems.absent("taxonomy_term", id)));
    }

    private Response answer(TermParameters asked) {
        return answers.list(asked, views.listing(TermFilter.of(asked)));
    }
}
