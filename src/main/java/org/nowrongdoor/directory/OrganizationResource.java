package org.nowrongdoor.directory;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.query.OrganizationDetail;
import org.nowrongdoor.directory.query.OrganizationFilter;
import org.nowrongdoor.directory.query.OrganizationParameters;
import org.nowrongdoor.directory.record.OrganizationRecord;
import org.nowrongdoor.http.parameter.BodyParameters;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.record.RecordResponses;
import org.nowrongdoor.http.server.MediaTypes;
import org.nowrongdoor.http.server.TimeLimited;

/** Organisations to read.
 *  @see "HSDS 3.2, API reference, /organizations" */
@Tag(name = "Organizations")
@Path("/organizations")
@TimeLimited
public class OrganizationResource {

    private final OrganizationViews views;
    private final BodyParameters twin;
    private final RecordResponses answers;

    public OrganizationResource(OrganizationViews views, BodyParameters twin, RecordResponses answers) {
        this.views = views;
        this.twin = twin;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listOrganizations", summary = "Organizations, a page or a stream")
    @APIResponse(
            responseCode = "200",
            description = "A page; with format=ndjson all of them, one a line",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(ref = "OrganizationPage")))
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON})
    public Response list(@Valid @BeanParam OrganizationParameters asked) {
        return answer(asked);
    }

    @POST
    @Operation(
            operationId = "queryOrganizations",
            summary = "Organizations, asked for in the body, so that no URL keeps it")
    @APIResponse(
            responseCode = "200",
            description = "A page; with format ndjson all of them, one a line",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(ref = "OrganizationPage")))
    @Consumes(MediaTypes.JSON)
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON})
    public Response query(
            @Valid @BeanParam OrganizationParameters asked,
            @RequestBody(content = @Content(schema = @Schema(implementation = OrganizationParameters.class))) @Nullable JsonNode body)
            throws JsonProcessingException {
        return answer(twin.joined(asked, body));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getOrganization", summary = "One organization with its public places and its services")
    @APIResponse(
            responseCode = "200",
            description = "One organization with its public places and its services",
            content =
                    @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = OrganizationRecord.class)))
    @Produces(MediaTypes.JSON)
    public Response get(
            @PathParam("id") UUID id,
            @QueryParam("full") @Nullable Boolean full,
            @QueryParam("full_service") @Nullable Boolean fullService,
            @QueryParam("kind") @Nullable String kind) {
        return answers.one(views.find(id, OrganizationDetail.ofOne(full, fullService, kind))
                .orElseThrow(() -> ParameterProblems.absent("organization", id)));
    }

    private Response answer(OrganizationParameters asked) {
        return answers.list(asked, views.listing(OrganizationFilter.of(asked), OrganizationDetail.of(asked)));
    }
}
