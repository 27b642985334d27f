package org.nowrongdoor.referral;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.referral.person.Consent;
import org.nowrongdoor.referral.person.PersonRecord;
import org.nowrongdoor.referral.person.PersonVault;
import org.nowrongdoor.referral.state.Actor;
import org.nowrongdoor.referral.state.Party;
import org.nowrongdoor.referral.state.Referral;
import org.nowrongdoor.referral.state.ReferralEvent;
import org.nowrongdoor.referral.state.ReferralState;
import org.nowrongdoor.referral.state.Referrals;
import org.nowrongdoor.referral.state.Viewer;
import org.nowrongdoor.search.model.StoredService;

/** Sends referrals; each whole or not at all, and once however often it is asked for under one key. */
@Singleton
class ReferralSender {

    // Volunteers answer when they can: one at a time from each sender, three in all (decision Never-Mass-Routed).
    private static final int MOST_WAITING_OF_ONE_SENDER = 1;
    private static final int MOST_WAITING = 3;

    private final Referrals referrals;
    private final ReferabilityChecker doors;
    private final PersonVault vault;
    private final IdempotencyKeys idempotency;
    private final ReferralLinks tools;
    private final Clock clock;

    ReferralSender(
            Referrals referrals,
            ReferabilityChecker doors,
            PersonVault vault,
            IdempotencyKeys idempotency,
            ReferralLinks tools,
            Clock clock) {
        this.referrals = referrals;
        this.doors = doors;
        this.vault = vault;
        this.idempotency = idempotency;
        this.tools = tools;
        this.clock = clock;
    }

    /** A referral that was sent, now or when the same was asked for before. */
    record Sent(Referral referral, boolean replayed) {}

    /** Sends a referral.
     *  @param key the Idempotency-Key, if there is one
     *  @throws ProblemException for everything that has to come first */
    @Transactional
    Sent send(NewReferral wanted, Viewer viewer, @Nullable String key) {
        var request = key == null ? null : idempotency.of(viewer, key, wanted);
        if (request != null) {
            var before = idempotency.find(request, clock.instant());
            if (before.isPresent()) {
                return new Sent(again(before.get(), wanted), true);
            }
        }
        var checked = doors.require(wanted);
        var now = now();
        var part2 = ReferabilityChecker.isPart2(checked.door());
        var until = wanted.person() == null
                ? Optional.<Instant>empty()
                : Optional.of(Consent.requireValid(wanted.consent(), part2, now));
        requireFewWaiting(checked.door(), viewer);
        var referral = referral(wanted, viewer, checked, now);
        referrals.add(referral, first(referral, viewer, now));
        until.ifPresent(end -> vault.keep(referral.id, file(wanted, referral), end));
        if (request != null) {
            idempotency.remember(request, referral.id, now);
        }
        referral.linkMailed = tools.ask(referral, checked.door().service().email());
        return new Sent(referral, false);
    }

    // The body that is remembered says nothing of the person; as long as she is known, two of them are told apart.
    private Referral again(UUID id, NewReferral wanted) {
        var known = vault.open(id, clock.instant());
        if (known.isPresent() && !known.get().person().equals(wanted.person())) {
            throw ProblemException.of(
                    ProblemKind.IDEMPOTENCY_KEY_REUSED,
                    "Idempotency-Key was sent with another person in the last 24 hours; use a new one");
        }
        return referrals.find(id).orElseThrow();
    }

    private void requireFewWaiting(StoredService door, Viewer viewer) {
        if (!ReferabilityChecker.isMutualAid(door)) {
            return;
        }
        var waiting = referrals.listWaitingAt(door.service().id());
        long own = waiting.stream().filter(viewer::isSender).count();
        if (own >= MOST_WAITING_OF_ONE_SENDER || waiting.size() >= MOST_WAITING) {
            throw ProblemException.of(
                    ProblemKind.TOO_MANY_WAITING,
                    "a mutual-aid group is asked at most " + MOST_WAITING
                            + " times before it answers. One sender asks at most " + MOST_WAITING_OF_ONE_SENDER
                            + ". Wait, or choose another service.");
        }
    }

    private Referral referral(NewReferral wanted, Viewer viewer, ReferabilityChecker.Checked checked, Instant now) {
        var door = checked.door();
        var referral = new Referral();
        referral.id = UUID.randomUUID();
        referral.serviceId = wanted.serviceId();
        var provider = door.service().organization();
        referral.providerOrganizationId = provider == null ? null : provider.id();
        referral.senderOrganizationId = viewer.organizationId();
        referral.sentBy = viewer.actor();
        referral.introduction = ReferabilityChecker.asksFirst(door);
        referral.status = referral.introduction ? ReferralState.DRAFT : ReferralState.REQUESTED;
        referral.priority = Objects.requireNonNull(wanted.priority()).wire();
        referral.needs = Objects.requireNonNull(wanted.needs()).toArray(String[]::new);
        referral.acknowledged = door.disclosures().stream()
                .map(disclosure -> disclosure.code())
                .distinct()
                .toArray(String[]::new);
        referral.overridden = checked.match().verdict() == Verdict.NOT_ELIGIBLE;
        referral.part2 = ReferabilityChecker.isPart2(door);
        referral.createdAt = now;
        referral.updatedAt = now;
        referral.respondBy = doors.respondBy(wanted).truncatedTo(ChronoUnit.MILLIS);
        tools.secure(referral);
        return referral;
    }

    private static ReferralEvent first(Referral referral, Viewer viewer, Instant now) {
        var side = viewer.organizationId() == null ? Party.ADMIN : Party.SENDER;
        return referral.event("moved", new Actor(side, viewer.actor()), now);
    }

    private static PersonRecord file(NewReferral wanted, Referral referral) {
        return new PersonRecord(
                Objects.requireNonNull(wanted.person()),
                Objects.requireNonNull(wanted.consent()),
                referral.overridden && wanted.override() != null
                        ? wanted.override().reason()
                        : null,
                List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
