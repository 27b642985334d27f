package org.nowrongdoor.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.referral.state.BusinessStatus;
import org.nowrongdoor.referral.state.Outcome;
import org.nowrongdoor.referral.state.ReferralReason;
import org.nowrongdoor.referral.state.ReferralState;
import org.nowrongdoor.referral.state.RefusalReason;
import org.nowrongdoor.referral.state.StateChange;

/** A step that a caller asks for.
 *  @param businessStatus how far the work has come, one of the listed words; more is told in the text of a reason, which
 *      is kept with the person's details */
public record Transition(
        @NotNull ReferralState to,
        @Schema(nullable = true) @Valid @Nullable Why reason,

        @Schema(nullable = true, implementation = BusinessStatus.class) @Nullable String businessStatus,

        @Schema(nullable = true) @Nullable Outcome outcome) {

    /** Why it did not go on.
     *  @param because what a refusal comes from, such as a grant or a law; counted for those who send others
     *  @param text kept with the person's details while a consent covers them, and forgotten where there are none */
    @Schema(name = "StatusReason")
    public record Why(
            @NotNull ReferralReason code,

            @Schema(nullable = true) @Nullable RefusalReason because,

            @Schema(nullable = true) @Size(max = 500) @Nullable String text) {}

    /** The step in the words of a referral.
     *  @throws ProblemException UNPROCESSABLE for a business status that is not listed; it is not repeated */
    StateChange move() {
        var status = businessStatus == null
                ? null
                : BusinessStatus.find(businessStatus).orElseThrow(Transition::unlisted);
        return new StateChange(
                to, reason == null ? null : reason.code(), outcome, status, reason == null ? null : reason.because());
    }

    private static ProblemException unlisted() {
        var detail = "business_status must be one of " + String.join(", ", BusinessStatus.wires())
                + "; more about it belongs in reason.text";
        return ProblemException.of(ProblemKind.UNPROCESSABLE, detail, List.of(new Fault("/business_status", detail)));
    }

    @Nullable String text() {
        return reason == null ? null : reason.text();
    }
}
