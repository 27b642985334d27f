package org.nowrongdoor.referral.outcome;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.referral.ReferralExamples;

/** How referrals ended over the whole directory. */
@Path("/stats/referrals")
@Tag(name = "Referrals")
public class ReferralStatsResource {

    private final OutcomeCounter counts;

    public ReferralStatsResource(OutcomeCounter counts) {
        this.counts = counts;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "countAllOutcomes",
            summary = "How referrals ended, over the whole directory",
            description = "Whole months, never fewer than 11 of a kind.")
    @APIResponse(
            responseCode = "200",
            description = "What can be shown",
            content =
                    @Content(
                            schema = @Schema(implementation = Outcomes.class),
                            examples = @ExampleObject(name = "outcomes", value = ReferralExamples.OUTCOMES)))
    public Outcomes all() {
        return counts.of(null);
    }
}
