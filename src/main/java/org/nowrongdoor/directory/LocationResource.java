package org.nowrongdoor.directory;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.directory.record.LocationRecord;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.record.RecordResponses;
import org.nowrongdoor.http.server.MediaTypes;

/** Places to read. */
@Tag(name = "Locations")
@Path("/locations")
public class LocationResource {

    private final LocationViews views;
    private final RecordResponses answers;

    public LocationResource(LocationViews views, RecordResponses answers) {
        this.views = views;
        this.answers = answers;
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getLocation", summary = "One place, as far as its location policy lets be told")
    @APIResponse(
            responseCode = "200",
            description = "One place, as far as its location policy lets be told",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = LocationRecord.class)))
    @Produces(MediaTypes.JSON)
    public Response get(@PathParam("id") UUID id) {
        return answers.one(views.find(id).orElseThrow(() -> ParameterProblems.absent("location", id)));
    }
}
