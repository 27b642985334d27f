package org.nowrongdoor.referral;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.access.Caller;
import org.nowrongdoor.http.Refusal;
import org.nowrongdoor.search.Doors;

/** How referrals to one service ended, for whoever runs it. */
@Path("/services/{id}/outcomes")
@Tag(name = "Referrals")
public class OutcomeResource {

    private final OutcomeCounts counts;
    private final Doors doors;
    private final Caller caller;

    public OutcomeResource(OutcomeCounts counts, Doors doors, Caller caller) {
        this.counts = counts;
        this.doors = doors;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "countOutcomes",
            summary = "How referrals to a service of the caller's organisation ended",
            description = "Whole months, never fewer than 11 of a kind; the operator may ask for any service.")
    public Outcomes of(@PathParam("id") UUID id) {
        var viewer = Viewer.of(caller);
        doors.find(id)
                .filter(door -> viewer.isOperator()
                        || Optional.ofNullable(door.service().organization())
                                .filter(owner -> owner.id().equals(viewer.organizationId()))
                                .isPresent())
                .orElseThrow(() -> Refusal.absent("service", id));
        return counts.of(id);
    }
}
