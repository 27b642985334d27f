package org.nowrongdoor.referral;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.referral.person.PersonRecord;
import org.nowrongdoor.referral.person.PersonVault;
import org.nowrongdoor.referral.person.VaultSweepJob;
import org.nowrongdoor.referral.state.Actor;
import org.nowrongdoor.referral.state.Alternative;
import org.nowrongdoor.referral.state.Referral;
import org.nowrongdoor.referral.state.ReferralEvent;
import org.nowrongdoor.referral.state.ReferralReason;
import org.nowrongdoor.referral.state.ReferralState;
import org.nowrongdoor.referral.state.Referrals;
import org.nowrongdoor.referral.state.StateChange;
import org.nowrongdoor.referral.state.Viewer;

/** Moves referrals: one step, one event, one transaction. Of two who want to move at once, the later is told so. */
@Singleton
public class ReferralTransitions {

    // A week after the end questions have been asked and answered.
    private static final Duration KEPT_AFTER_END = Duration.ofDays(7);

    private final Referrals referrals;
    private final PersonVault vault;
    private final VaultSweepJob sweep;
    private final Clock clock;

    ReferralTransitions(Referrals referrals, PersonVault vault, VaultSweepJob sweep, Clock clock) {
        this.referrals = referrals;
        this.vault = vault;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Takes a step in the name of a caller.
     *  @param text written with the reason; kept with the person's details, and forgotten where there are none */
    @Transactional
    Referral move(UUID id, StateChange move, @Nullable String text, Viewer viewer) {
        var referral = referrals.get(id, viewer);
        var seenAt = referral.updatedAt;
        referrals.lock(referral);
        var by = viewer.by(referral, move.to());
        if (!referral.updatedAt.equals(seenAt)) {
            throw referral.illegal(move.to(), by.side(), now());
        }
        var event = step(referral, move, by);
        if (text != null
                && !text.isBlank()
                && vault.change(id, now(), file -> file.with(new PersonRecord.Note(event.no, text)))) {
            sweep.ask();
        }
        return referral;
    }

    /** Ends a referral whose person withdrew: what is known of her is gone when this returns. */
    @Transactional
    void withdraw(UUID id, Viewer viewer) {
        var referral = referrals.get(id, viewer);
        referrals.lock(referral);
        var destroyed = vault.destroy(id);
        if (destroyed || !referral.status.isEnd()) {
            var side = viewer.sides(referral).iterator().next();
            referrals.add(referral.withdraw(new Actor(side, viewer.actor()), now()));
        }
        sweep.ask();
    }

    /** Answers once, for the holder of the link.
     *  @throws ProblemException NOT_FOUND, LINK_EXPIRED or ALREADY_DECIDED */
    @Transactional
    public Referral answer(byte[] linkDigest, List<StateChange> moves) {
        var referral = referrals.findByLink(linkDigest).orElseThrow(ReferralTransitions::noLink);
        referrals.lock(referral);
        var now = now();
        if (referral.linkUsedAt != null || !referral.status.isWaiting()) {
            throw ProblemException.of(
                    ProblemKind.ALREADY_DECIDED, "this request was answered already; the first answer stands");
        }
        if (referral.isLinkExpired(now)) {
            throw ProblemException.of(ProblemKind.LINK_EXPIRED, "this link has expired; ask whoever sent it");
        }
        referral.linkUsedAt = now;
        if (referral.status == ReferralState.DRAFT) {
            step(referral, StateChange.to(ReferralState.REQUESTED), Actor.LINK);
        }
        moves.forEach(move -> step(referral, move, Actor.LINK));
        return referral;
    }

    /** Ends a referral that no one answered.
     *  @return false when someone did meanwhile */
    @Transactional
    boolean expire(UUID id, List<Alternative> alternatives) {
        var referral = referrals.find(id).orElseThrow();
        referrals.lock(referral);
        if (!referral.status.isWaiting() || referral.respondBy.isAfter(clock.instant())) {
            return false;
        }
        if (referral.status == ReferralState.DRAFT) {
            write(referral, referral.move(StateChange.to(ReferralState.REQUESTED), Actor.CLOCK, now()));
        }
        var end = referral.move(StateChange.to(ReferralState.CANCELLED, ReferralReason.EXPIRED), Actor.CLOCK, now());
        end.alternatives = alternatives;
        write(referral, end);
        return true;
    }

    /** Notes that someone was reminded.
     *  @return false when that was done, or no one waits any more */
    @Transactional
    boolean remind(UUID id, Consumer<Referral> reminder) {
        var referral = referrals.find(id).orElseThrow();
        referrals.lock(referral);
        if (!referral.status.isWaiting() || referral.remindedAt != null) {
            return false;
        }
        referral.remindedAt = now();
        referrals.add(referral.event("reminded", Actor.CLOCK, now()));
        reminder.accept(referral);
        return true;
    }

    /** Destroys details whose time is over, and writes down that this was done. */
    @Transactional
    void destroyExpired(UUID id) {
        var referral = referrals.find(id).orElseThrow();
        referrals.lock(referral);
        var isOver =
                vault.expiry(id).filter(end -> !end.isAfter(clock.instant())).isPresent();
        if (isOver && vault.destroy(id)) {
            referrals.add(referral.event("person-data-destroyed", Actor.CLOCK, now()));
            sweep.ask();
        }
    }

    public static ProblemException noLink() {
        return ProblemException.of(ProblemKind.NOT_FOUND, "no request has this link");
    }

    private ReferralEvent step(Referral referral, StateChange move, Actor by) {
        var event = referral.move(move, by, now());
        write(referral, event);
        return event;
    }

    // What is written stands: an event has to be complete before it comes here.
    private void write(Referral referral, ReferralEvent event) {
        referrals.add(event);
        if (referral.endedAt != null) {
            vault.shorten(referral.id, referral.endedAt.plus(KEPT_AFTER_END));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
