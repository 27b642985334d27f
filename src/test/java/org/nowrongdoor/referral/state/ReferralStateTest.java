package org.nowrongdoor.referral.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReferralStateTest {

    private static final Map<String, String> CONTRACT = new LinkedHashMap<>();

    static {
        CONTRACT.put("draft", "requested entered-in-error");
        CONTRACT.put("requested", "received accepted rejected cancelled entered-in-error");
        CONTRACT.put("received", "accepted rejected cancelled entered-in-error");
        CONTRACT.put("accepted", "received in-progress on-hold completed failed cancelled entered-in-error");
        CONTRACT.put("rejected", "entered-in-error");
        CONTRACT.put("in-progress", "on-hold completed failed cancelled entered-in-error");
        CONTRACT.put("on-hold", "in-progress completed failed cancelled entered-in-error");
        CONTRACT.put("completed", "entered-in-error");
        CONTRACT.put("failed", "entered-in-error");
        CONTRACT.put("cancelled", "entered-in-error");
        CONTRACT.put("entered-in-error", "");
    }

    @Test
    void theMovesAreThoseOfTheContract() {
        var moves = Arrays.stream(ReferralState.values())
                .collect(Collectors.toMap(
                        ReferralState::wire,
                        state -> state.moves().stream().map(ReferralState::wire).collect(Collectors.joining(" ")),
                        (a, b) -> a,
                        LinkedHashMap::new));
        assertEquals(CONTRACT, moves);
    }

    @Test
    void fourStatesWantAReason() {
        assertEquals(
                "rejected on-hold failed cancelled",
                Arrays.stream(ReferralState.values())
                        .filter(ReferralState::wantsReason)
                        .map(ReferralState::wire)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void everyLegalMoveIsForSomebodyToMake() {
        for (var from : ReferralState.values()) {
            for (var to : from.moves()) {
                assertTrue(Party.ADMIN.may(from, to));
                assertTrue(
                        Party.SENDER.may(from, to) || Party.PROVIDER.may(from, to),
                        from.wire() + " to " + to.wire() + " is for nobody");
            }
        }
    }

    @Test
    void aSenderDoesNotAnswerItself() {
        assertFalse(Party.SENDER.may(ReferralState.REQUESTED, ReferralState.ACCEPTED));
        assertFalse(Party.SENDER.may(ReferralState.RECEIVED, ReferralState.REJECTED));
        assertFalse(Party.SENDER.may(ReferralState.ACCEPTED, ReferralState.RECEIVED));
        assertTrue(Party.SENDER.may(ReferralState.ACCEPTED, ReferralState.COMPLETED));
        assertFalse(Party.PROVIDER.may(ReferralState.REQUESTED, ReferralState.CANCELLED));
    }
}
