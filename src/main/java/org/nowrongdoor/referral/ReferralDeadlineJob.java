package org.nowrongdoor.referral;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.nowrongdoor.referral.person.PersonVault;
import org.nowrongdoor.referral.state.Alternative;
import org.nowrongdoor.referral.state.Referrals;
import org.nowrongdoor.search.ReferableServices;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.storage.Lease;

/** Does what time brings: reminds, ends what no one answered, destroys what no consent covers any more. Everything it
 *  needs stands in the store, so that a restart forgets nothing; one node does it. */
@Singleton
class ReferralDeadlineJob {

    private static final Logger LOG = Logger.getLogger(ReferralDeadlineJob.class);
    private static final String LEASE = "referral-clock";
    private static final int BATCH = 200;

    private final Referrals referrals;
    private final ReferralTransitions desk;
    private final PersonVault vault;
    private final IdempotencyKeys idempotency;
    private final ReferableServices doors;
    private final ReferralLinks tools;
    private final Lease lease;
    private final Clock clock;

    ReferralDeadlineJob(
            Referrals referrals,
            ReferralTransitions desk,
            PersonVault vault,
            IdempotencyKeys idempotency,
            ReferableServices doors,
            ReferralLinks tools,
            Lease lease,
            Clock clock) {
        this.referrals = referrals;
        this.desk = desk;
        this.vault = vault;
        this.idempotency = idempotency;
        this.doors = doors;
        this.tools = tools;
        this.lease = lease;
        this.clock = clock;
    }

    /** Does all that is due. The first time is soon after the start, when the first searches are answered. */
    @Scheduled(
            every = "${directory.referral.clock-every:10s}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (!lease.tryHold(LEASE)) {
            return;
        }
        var now = clock.instant();
        each(() -> vault.listExpired(now, BATCH), desk::destroyExpired);
        each(() -> referrals.listOverdue(now, BATCH), this::expire);
        each(() -> referrals.listToRemind(now, BATCH), this::remind);
        idempotency.forgetBefore(now);
    }

    private static void each(Supplier<List<UUID>> due, Consumer<UUID> work) {
        var done = new HashSet<UUID>();
        var ids = due.get();
        // What failed comes again at the next tick; here it only ends the rounds.
        while (done.addAll(ids)) {
            ids.forEach(id -> attempt(id, work));
            ids = ids.size() < BATCH ? List.of() : due.get();
        }
    }

    // One that fails must not keep the others waiting.
    private static void attempt(UUID id, Consumer<UUID> work) {
        try {
            work.accept(id);
        } catch (RuntimeException e) {
            LOG.warnf(e, "What is due for referral %s could not be done", id);
        }
    }

    private void expire(UUID id) {
        desk.expire(id, alternatives(id));
    }

    private void remind(UUID id) {
        var door = door(id);
        desk.remind(
                id,
                referral -> door.forEach(
                        found -> tools.remind(referral, found.service().email())));
    }

    /** Where to try instead. The person is not known here: other doors for the same needs where the service is. */
    private List<Alternative> alternatives(UUID id) {
        try {
            var referral = QuarkusTransaction.requiringNew().call(() -> referrals.find(id));
            return door(id).stream()
                    .flatMap(door ->
                            doors.others(door, Arrays.asList(referral.orElseThrow().needs), null, "en").stream())
                    .map(other -> new Alternative(
                            other.service().id(), other.service().name()))
                    .toList();
        } catch (RuntimeException e) {
            LOG.warnf(e, "No other doors were found for referral %s", id);
            return List.of();
        }
    }

    private List<StoredService> door(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> referrals.find(id).flatMap(referral -> doors.find(referral.serviceId)))
                .stream()
                .toList();
    }
}
