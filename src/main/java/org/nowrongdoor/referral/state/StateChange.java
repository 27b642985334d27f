package org.nowrongdoor.referral.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.text.WireName;

/** A step that someone wants a referral to take, with what that step has to say.
 *  @param because what a refusal comes from, where the service says so */
public record StateChange(
        ReferralState to,
        @Nullable ReferralReason reason,
        @Nullable Outcome outcome,
        @Nullable BusinessStatus businessStatus,
        @Nullable RefusalReason because) {

    public static StateChange to(ReferralState to) {
        return new StateChange(to, null, null, null, null);
    }

    public static StateChange to(ReferralState to, ReferralReason why) {
        return new StateChange(to, why, null, null, null);
    }

    /** Refuses a step that says too little, or something that no one would ever read.
     *  @throws ProblemException UNPROCESSABLE */
    void requireComplete() {
        if (to.wantsReason() && reason == null) {
            throw fault("/reason/code", to.wire() + " needs a reason: one of " + names(ReferralReason.values()));
        }
        if (!to.wantsReason() && to != ReferralState.ENTERED_IN_ERROR && reason != null) {
            throw fault("/reason", to.wire() + " takes no reason; leave it out");
        }
        if (to != ReferralState.REJECTED && because != null) {
            throw fault("/reason/because", "because is for rejected alone; leave it out");
        }
        if (to == ReferralState.COMPLETED && outcome == null) {
            throw fault("/outcome", "completed needs an outcome: one of " + names(Outcome.values()));
        }
        if (to != ReferralState.COMPLETED && outcome != null) {
            throw fault("/outcome", to.wire() + " takes no outcome; leave it out");
        }
    }

    private static String names(Enum<?>[] values) {
        return String.join(", ", WireName.listKebabCase(values));
    }

    private static ProblemException fault(String pointer, String detail) {
        return ProblemException.of(ProblemKind.UNPROCESSABLE, detail, List.of(new Fault(pointer, detail)));
    }
}
