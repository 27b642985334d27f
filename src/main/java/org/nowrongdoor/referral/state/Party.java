package org.nowrongdoor.referral.state;

import static org.nowrongdoor.referral.state.ReferralState.ACCEPTED;
import static org.nowrongdoor.referral.state.ReferralState.CANCELLED;
import static org.nowrongdoor.referral.state.ReferralState.DRAFT;
import static org.nowrongdoor.referral.state.ReferralState.ENTERED_IN_ERROR;
import static org.nowrongdoor.referral.state.ReferralState.REJECTED;
import static org.nowrongdoor.referral.state.ReferralState.REQUESTED;

import com.fasterxml.jackson.annotation.JsonValue;
import org.nowrongdoor.text.WireName;

/** Who moves a referral. */
public enum Party {
    /** The organisation that sent it: takes it back, and reports on what was accepted. */
    SENDER,
    /** The organisation that runs the service: answers and reports. */
    PROVIDER,
    /** The holder of the one-time link: answers once. */
    LINK,
    /** The operator. */
    ADMIN,
    /** Time that ran out. */
    CLOCK;

    @JsonValue
    public String wire() {
        return WireName.kebabCase(this);
    }

    /** Whether a move that is legal is for this side to make (decision Each-Side-Its-Moves). */
    boolean may(ReferralState from, ReferralState to) {
        return switch (this) {
            case ADMIN -> true;
            case SENDER -> to == CANCELLED || to == ENTERED_IN_ERROR || reports(from, to);
            case PROVIDER -> to != CANCELLED && to != ENTERED_IN_ERROR;
            case LINK -> from.isWaiting() && (from == DRAFT ? to == REQUESTED : to == ACCEPTED || to == REJECTED);
            case CLOCK -> from.isWaiting() && (from == DRAFT ? to == REQUESTED : to == CANCELLED);
        };
    }

    // A provider without a key has no other way to say how it went than through the sender.
    private static boolean reports(ReferralState from, ReferralState to) {
        return !from.isWaiting() && !(from == ACCEPTED && to == ReferralState.RECEIVED);
    }
}
