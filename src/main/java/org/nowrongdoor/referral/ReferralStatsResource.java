package org.nowrongdoor.referral;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How referrals ended over the whole directory. */
@Path("/stats/referrals")
@Tag(name = "Referrals")
public class ReferralStatsResource {

    private final OutcomeCounts counts;

    public ReferralStatsResource(OutcomeCounts counts) {
        this.counts = counts;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "countAllOutcomes",
            summary = "How referrals ended, over the whole directory",
            description = "Whole months, never fewer than 11 of a kind.")
    public Outcomes all() {
        return counts.of(null);
    }
}
