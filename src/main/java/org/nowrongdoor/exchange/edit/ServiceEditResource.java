package org.nowrongdoor.exchange.edit;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.ChangedEntity;

/** Edits of services. On a record that is there, {@code If-Match} is required. */
@Path("/services")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceEditResource {

    private final EditResponses edits;

    public ServiceEditResource(EditResponses edits) {
        this.edits = edits;
    }

    @Operation(operationId = "putService", summary = "Create or replace a service")
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        return edits.put(ChangedEntity.SERVICE, id, ifMatch, body);
    }

    @Operation(operationId = "patchService", summary = "Change members of a service")
    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    public Response patch(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        return edits.patch(ChangedEntity.SERVICE, id, ifMatch, body);
    }

    @Operation(operationId = "deleteService", summary = "Delete a service")
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return edits.delete(ChangedEntity.SERVICE, id, ifMatch);
    }
}
