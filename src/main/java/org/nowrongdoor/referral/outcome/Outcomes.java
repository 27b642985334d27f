package org.nowrongdoor.referral.outcome;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How referrals ended.
 *  @param until the end of what is counted: the beginning of this month
 *  @param outcomes each kind of end that can be shown; one that is missing is none or too few
 *  @param total the sum of what is shown, not of what there was */
public record Outcomes(Instant until, List<Cell> outcomes, long total) {

    /** One kind of end.
     *  @param why the outcome of a completed referral, the reason of any other */
    @Schema(name = "OutcomeCount")
    public record Cell(String status, String why, long count) {}
}
