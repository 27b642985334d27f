package org.nowrongdoor.referral.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nowrongdoor.text.WireName;

/** Where a referral stands, and where it may go from there.
 *  @see "FHIR R4, Task.status" */
public enum ReferralState {
    DRAFT,
    REQUESTED,
    RECEIVED,
    ACCEPTED,
    REJECTED,
    IN_PROGRESS,
    ON_HOLD,
    COMPLETED,
    FAILED,
    CANCELLED,
    ENTERED_IN_ERROR;

    private static final Set<ReferralState> WANT_A_REASON = EnumSet.of(REJECTED, ON_HOLD, FAILED, CANCELLED);
    private static final Set<ReferralState> WAITING = EnumSet.of(DRAFT, REQUESTED, RECEIVED);
    private static final Set<ReferralState> ENDS = EnumSet.of(REJECTED, COMPLETED, FAILED, CANCELLED, ENTERED_IN_ERROR);

    /** The name on the wire and in the store: {@code in-progress}. */
    @JsonValue
    public String wire() {
        return WireName.kebabCase(this);
    }

    @JsonCreator
    static ReferralState get(String wire) {
        return WireNameReader.get(ReferralState.class, wire, "to");
    }

    /** The state of a name. */
    public static Optional<ReferralState> find(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst();
    }

    /** Where it may go from here, by any party and however long ago it came here. */
    public List<ReferralState> moves() {
        if (this == ENTERED_IN_ERROR) {
            return List.of();
        }
        return Stream.concat(forward().stream(), Stream.of(ENTERED_IN_ERROR)).toList();
    }

    private List<ReferralState> forward() {
        return switch (this) {
            case DRAFT -> List.of(REQUESTED);
            case REQUESTED -> List.of(RECEIVED, ACCEPTED, REJECTED, CANCELLED);
            case RECEIVED -> List.of(ACCEPTED, REJECTED, CANCELLED);
            case ACCEPTED -> List.of(RECEIVED, IN_PROGRESS, ON_HOLD, COMPLETED, FAILED, CANCELLED);
            case IN_PROGRESS -> List.of(ON_HOLD, COMPLETED, FAILED, CANCELLED);
            case ON_HOLD -> List.of(IN_PROGRESS, COMPLETED, FAILED, CANCELLED);
            case REJECTED, COMPLETED, FAILED, CANCELLED, ENTERED_IN_ERROR -> List.of();
        };
    }

    /** Whether a move here has to say why. */
    public boolean wantsReason() {
        return WANT_A_REASON.contains(this);
    }

    /** Whether no one has answered yet. */
    public boolean isWaiting() {
        return WAITING.contains(this);
    }

    /** Whether the referral is over. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }
}
