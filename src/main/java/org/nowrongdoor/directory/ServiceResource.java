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
import org.nowrongdoor.directory.query.ServiceFilter;
import org.nowrongdoor.directory.query.ServiceParameters;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.http.parameter.BodyParameters;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.record.DetailLevel;
import org.nowrongdoor.http.record.RecordResponses;
import org.nowrongdoor.http.server.MediaTypes;
import org.nowrongdoor.http.server.TimeLimited;

/** Services to read.
 *  @see "HSDS 3.2, API reference, /services" */
@Tag(name = "Services")
@Path("/services")
@TimeLimited
public class ServiceResource {

    private final ServiceViews views;
    private final BodyParameters twin;
    private final RecordResponses answers;

    public ServiceResource(ServiceViews views, BodyParameters twin, RecordResponses answers) {
        this.views = views;
        this.twin = twin;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listServices", summary = "Services, a page or a stream")
    @APIResponse(
            responseCode = "200",
            description = "A page; with format=ndjson all of them, one a line",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(ref = "ServicePage")))
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON})
    public Response list(@Valid @BeanParam ServiceParameters asked) {
        return answer(asked);
    }

    @POST
    @Operation(operationId = "queryServices", summary = "Services, asked for in the body, so that no URL keeps it")
    @APIResponse(
            responseCode = "200",
            description = "A page; with format ndjson all of them, one a line",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(ref = "ServicePage")))
    @Consumes(MediaTypes.JSON)
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON})
    public Response query(
            @Valid @BeanParam ServiceParameters asked,
            @RequestBody(content = @Content(schema = @Schema(implementation = ServiceParameters.class))) @Nullable JsonNode body)
            throws JsonProcessingException {
        return answer(twin.joined(asked, body));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getService", summary = "One service, whole, of whatever kind")
    @APIResponse(
            responseCode = "200",
            description = "One service, whole, of whatever kind",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = ServiceRecord.class)))
    @Produces(MediaTypes.JSON)
    public Response get(@PathParam("id") UUID id, @QueryParam("full") @Nullable Boolean full) {
        return answers.one(
                views.find(id, DetailLevel.ofOne(full)).orElseThrow(() -> ParameterProblems.absent("service", id)));
    }

    private Response answer(ServiceParameters asked) {
        return answers.list(
                asked, views.listing(ServiceFilter.of(asked), DetailLevel.ofList(asked.minimal(), asked.full())));
    }
}
