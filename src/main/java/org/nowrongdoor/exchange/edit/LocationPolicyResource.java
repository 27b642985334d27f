package org.nowrongdoor.exchange.edit;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.ChangedEntity;

/** The second editor's word on a less strict policy of a place. */
@Path("/locations")
public class LocationPolicyResource {

    private final EditResponses edits;

    public LocationPolicyResource(EditResponses edits) {
        this.edits = edits;
    }

    @Operation(operationId = "approveLocationPolicy", summary = "Approve a less strict location policy of a location")
    @POST
    @Path("{id}/policy-approvals")
    @Produces(MediaType.APPLICATION_JSON)
    public Response approve(@PathParam("id") UUID id, @QueryParam("proposal") @Nullable UUID proposal) {
        return edits.approve(ChangedEntity.LOCATION, id, proposal);
    }
}
