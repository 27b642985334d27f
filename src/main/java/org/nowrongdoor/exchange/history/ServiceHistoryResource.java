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

/** What changed of a service and when. */
@Path("/services")
public class ServiceHistoryResource {

    private final HistoryReader histories;

    public ServiceHistoryResource(HistoryReader histories) {
        this.histories = histories;
    }

    @Operation(operationId = "listServiceHistory", summary = "What changed of a service, and when")
    @GET
    @Path("{id}/history")
    @Produces(MediaType.APPLICATION_JSON)
    public HistoryView history(@PathParam("id") UUID id, @QueryParam("after") @DefaultValue("0") long after) {
        return histories.get(ChangedEntity.SERVICE, id, after);
    }
}
