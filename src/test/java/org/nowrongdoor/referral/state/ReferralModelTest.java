package org.nowrongdoor.referral.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Random calls of four actors against a referral, compared with a model that knows nothing but the table of legal moves. */
class ReferralModelTest {

    private static final Map<ReferralState, Set<ReferralState>> TABLE = new EnumMap<>(ReferralState.class);

    static {
        row("draft", "requested");
        row("requested", "received accepted rejected cancelled");
        row("received", "accepted rejected cancelled");
        row("accepted", "received in-progress on-hold completed failed cancelled");
        row("in-progress", "on-hold completed failed cancelled");
        row("on-hold", "in-progress completed failed cancelled");
        for (var end : List.of("rejected", "completed", "failed", "cancelled")) {
            row(end, "");
        }
        TABLE.put(ReferralState.ENTERED_IN_ERROR, Set.of());
    }

    private static void row(String from, String to) {
        var states = EnumSet.of(ReferralState.ENTERED_IN_ERROR);
        for (var state : to.split(" ", -1)) {
            ReferralState.find(state).ifPresent(states::add);
        }
        TABLE.put(ReferralState.find(from).orElseThrow(), states);
    }

    /** One call: who, where to, with or without what is asked for there, and how long after the one before. */
    record Call(
            Party side,
            ReferralState to,
            @Nullable ReferralReason reason,
            @Nullable Outcome outcome,
            int hoursLater) {}

    @Provide
    Arbitrary<List<Call>> calls() {
        var call = Combinators.combine(
                        Arbitraries.of(Party.SENDER, Party.PROVIDER, Party.LINK, Party.CLOCK),
                        Arbitraries.of(ReferralState.class),
                        Arbitraries.of(ReferralReason.class).injectNull(0.4),
                        Arbitraries.of(Outcome.class).injectNull(0.6),
                        Arbitraries.integers().between(0, 30))
                .as(Call::new);
        return call.list().ofMinSize(1).ofMaxSize(25);
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.BOUNDED)
    void noStateIsIllegalAndNoEventIsLostOrDouble(@ForAll("calls") List<Call> calls, @ForAll boolean introduction) {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        var referral = fresh(introduction, now);
        var model = referral.status;
        @Nullable Instant acceptedAt = null;
        var events = new ArrayList<ReferralEvent>();
        for (var call : calls) {
            now = now.plus(Duration.ofHours(call.hoursLater));
            var legal = TABLE.get(model).contains(call.to)
                    && !(model == ReferralState.ACCEPTED
                            && call.to == ReferralState.RECEIVED
                            && !now.isBefore(acceptedAt.plus(Duration.ofHours(24))));
            var expected = expected(call, model, legal);
            var answered = answer(referral, call, now, events);
            assertEquals(expected, answered, call + " from " + model);
            if (answered == null) {
                model = call.to;
                acceptedAt =
                        model == ReferralState.ACCEPTED ? now : model == ReferralState.RECEIVED ? null : acceptedAt;
            }
            assertEquals(model, referral.status);
        }
        requireWhole(introduction ? ReferralState.DRAFT : ReferralState.REQUESTED, events, referral);
    }

    /** What a call has to be refused with; null where it has to go through. */
    private static @Nullable ProblemKind expected(Call call, ReferralState from, boolean legal) {
        if (!legal) {
            return ProblemKind.ILLEGAL_TRANSITION;
        }
        if (!isFor(call.side, from, call.to)) {
            return ProblemKind.FORBIDDEN;
        }
        var wantsReason = Set.of("rejected", "on-hold", "failed", "cancelled").contains(call.to.wire());
        var wantsOutcome = call.to == ReferralState.COMPLETED;
        var reasonFits = call.reason != null == wantsReason || call.to == ReferralState.ENTERED_IN_ERROR;
        return reasonFits && (call.outcome != null) == wantsOutcome ? null : ProblemKind.UNPROCESSABLE;
    }

    private static boolean isFor(Party side, ReferralState from, ReferralState to) {
        var waits = Set.of("draft", "requested", "received").contains(from.wire());
        var takesBack = to == ReferralState.CANCELLED || to == ReferralState.ENTERED_IN_ERROR;
        return switch (side) {
            case SENDER -> takesBack || (!waits && to != ReferralState.RECEIVED);
            case PROVIDER -> !takesBack;
            case LINK -> waits && Set.of("requested", "accepted", "rejected").contains(to.wire());
            case CLOCK -> waits && Set.of("requested", "cancelled").contains(to.wire());
            case ADMIN -> true;
        };
    }

    private static @Nullable ProblemKind answer(Referral referral, Call call, Instant now, List<ReferralEvent> events) {
        try {
            events.add(referral.move(
                    new StateChange(call.to, call.reason, call.outcome, null, null), new Actor(call.side, "k"), now));
            return null;
        } catch (ProblemException refused) {
            if (refused.kind() == ProblemKind.ILLEGAL_TRANSITION) {
                assertFalse(((List<?>) refused.problem().more().get("legal")).contains(call.to.wire()));
            }
            return refused.kind();
        }
    }

    private static void requireWhole(ReferralState first, List<ReferralEvent> events, Referral referral) {
        var at = first;
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 2, events.get(i).no, "events are numbered without a gap");
            assertEquals(at, events.get(i).fromStatus, "each begins where the last one ended");
            at = events.get(i).toStatus;
        }
        assertEquals(referral.status, at);
        assertEquals(referral.status.isEnd(), referral.endedAt != null);
        assertTrue(referral.acceptedAt != null || referral.status != ReferralState.ACCEPTED);
    }

    static Referral fresh(boolean introduction, Instant now) {
        var referral = new Referral();
        referral.id = UUID.randomUUID();
        referral.introduction = introduction;
        referral.status = introduction ? ReferralState.DRAFT : ReferralState.REQUESTED;
        referral.priority = "routine";
        referral.respondBy = now.plus(Duration.ofDays(3));
        referral.lastEvent = 1;
        return referral;
    }
}
