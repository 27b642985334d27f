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
import org.nowrongdoor.directory.query.PostalCodeResolver;
import org.nowrongdoor.directory.query.ServiceAtLocationFilter;
import org.nowrongdoor.directory.query.ServiceAtLocationParameters;
import org.nowrongdoor.directory.record.ServiceAtLocationRecord;
import org.nowrongdoor.http.parameter.BodyParameters;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.record.DetailLevel;
import org.nowrongdoor.http.record.RecordResponses;
import org.nowrongdoor.http.server.MediaTypes;
import org.nowrongdoor.http.server.TimeLimited;

/** Services at places to read; only what is public altogether.
 *  @see "HSDS 3.2, API reference, /service_at_locations" */
@Tag(name = "Services at locations")
@Path("/service_at_locations")
@TimeLimited
public class ServiceAtLocationResource {

    private final ServiceAtLocationViews views;
    private final PostalCodeResolver points;
    private final BodyParameters twin;
    private final RecordResponses answers;

    public ServiceAtLocationResource(
            ServiceAtLocationViews views, PostalCodeResolver points, BodyParameters twin, RecordResponses answers) {
        this.views = views;
        this.points = points;
        this.twin = twin;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listServiceAtLocations", summary = "Public services at public places, a page or a stream")
    @APIResponse(
            responseCode = "200",
            description = "A page; with format=ndjson all of them, one a line",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(ref = "ServiceAtLocationPage")))
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON})
    public Response list(@Valid @BeanParam ServiceAtLocationParameters asked) {
        return answer(asked);
    }

    @POST
    @Operation(
            operationId = "queryServiceAtLocations",
            summary = "Public services at public places, asked for in the body, so that no URL keeps it")
    @APIResponse(
            responseCode = "200",
            description = "A page; with format ndjson all of them, one a line",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(ref = "ServiceAtLocationPage")))
    @Consumes(MediaTypes.JSON)
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON})
    public Response query(
            @Valid @BeanParam ServiceAtLocationParameters asked,
            @RequestBody(content = @Content(schema = @Schema(implementation = ServiceAtLocationParameters.class)))
                    @Nullable JsonNode body)
            throws JsonProcessingException {
        return answer(twin.joined(asked, body));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getServiceAtLocation", summary = "One public service at a public place")
    @APIResponse(
            responseCode = "200",
            description = "One public service at a public place",
            content =
                    @Content(
                            mediaType = MediaTypes.JSON,
                            schema = @Schema(implementation = ServiceAtLocationRecord.class)))
    @Produces(MediaTypes.JSON)
    public Response get(@PathParam("id") UUID id, @QueryParam("full") @Nullable Boolean full) {
        return answers.one(views.find(id, DetailLevel.ofOne(full))
                .orElseThrow(() -> ParameterProblems.absent("service_at_location", id)));
    }

    private Response answer(ServiceAtLocationParameters asked) {
        return answers.list(
                asked,
                views.listing(
                        ServiceAtLocationFilter.of(asked, points), DetailLevel.ofList(asked.minimal(), asked.full())));
    }
}
