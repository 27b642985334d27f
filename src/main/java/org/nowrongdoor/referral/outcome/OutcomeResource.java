package org.nowrongdoor.referral.outcome;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.referral.ReferralExamples;
import org.nowrongdoor.referral.state.Viewer;
import org.nowrongdoor.search.ReferableServices;
import org.nowrongdoor.search.model.StoredService;

/** How referrals to one service ended, for those who run it. */
@Path("/services/{id}/outcomes")
@Tag(name = "Referrals")
public class OutcomeResource {

    private final OutcomeCounter counts;
    private final ReferableServices doors;
    private final Caller caller;

    public OutcomeResource(OutcomeCounter counts, ReferableServices doors, Caller caller) {
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
    @APIResponse(
            responseCode = "200",
            description = "What can be shown",
            content =
                    @Content(
                            schema = @Schema(implementation = Outcomes.class),
                            examples = @ExampleObject(name = "outcomes", value = ReferralExamples.OUTCOMES)))
    public Outcomes of(@PathParam("id") UUID id) {
        var viewer = Viewer.of(caller);
        if (doors.find(id).filter(door -> isFor(viewer, door)).isEmpty()) {
            throw ParameterProblems.absent("service", id);
        }
        return counts.of(id);
    }

    private static boolean isFor(Viewer viewer, StoredService door) {
        var owner = door.service().organization();
        return viewer.isOperator() || (owner != null && owner.id().equals(viewer.organizationId()));
    }
}
