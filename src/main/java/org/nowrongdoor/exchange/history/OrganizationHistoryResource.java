package org.nowrongdoor.exchange.history;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.nowrongdoor.storage.ChangedEntity;

/** What changed of an organisation and when. */
@Path("/organizations")
public class OrganizationHistoryResource {

    private final HistoryReader histories;

    public OrganizationHistoryResource(HistoryReader histories) {
        this.histories = histories;
    }

    @Operation(operationId = "listOrganizationHistory", summary = "What changed of an organization, and when")
    @GET
    @Path("{id}/history")
    @Produces(MediaType.APPLICATION_JSON)
    public HistoryView history(@PathParam("id") UUID id, @QueryParam("after") @DefaultValue("0") long after) {
        return histories.get(ChangedEntity.ORGANIZATION, id, after);
    }
}
