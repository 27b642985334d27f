package org.nowrongdoor.search;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.search.indexer.IndexFaultRepository;
import org.nowrongdoor.search.indexer.IndexFaultRepository.IndexFaultEntry;

/** What could not be indexed, for editors to mend. */
@Tag(name = "Editing")
@Path("/faults")
public class FaultResource {

    /** Some of it, in the order of the services' ids.
     *  @param next what to pass as {@code after} to read on; null at the end */
    public record IndexFaultList(
            List<IndexFaultEntry> faults, @Nullable UUID next) {}

    private final IndexFaultRepository faults;
    private final Caller caller;

    FaultResource(IndexFaultRepository faults, Caller caller) {
        this.faults = faults;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listIndexFaults",
            summary = "Records that were set aside from the index, and why",
            description = "`part` is `record` where a search does not find the service at all; else it is found without"
                    + " that part. A record is tried again when it changes, and once a day. A key of an organisation is"
                    + " told of its organisation's records.")
    @APIResponse(responseCode = "200", description = "The records, at most 500 services a page")
    public IndexFaultList list(@QueryParam("after") @Nullable UUID after) {
        var page = faults.list(caller.organizationId(), after);
        var next = IndexFaultRepository.isFull(page) ? page.get(page.size() - 1).serviceId() : null;
        return new IndexFaultList(page, next);
    }
}
