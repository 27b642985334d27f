package org.nowrongdoor.referral.webhook;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Gives up what no one will take, and forgets what is long past. */
@Singleton
class DeliveryCleanupJob {

    // A month and a quarter: long enough to ask what was told, and to replay what was not.
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration DEAD_KEPT = Duration.ofDays(90);

    private static final String GIVE_UP =
            "update webhook_delivery d set status = 'dead', last_answer = coalesce(d.last_answer, :reason),"
                    + " last_attempt_at = coalesce(d.last_attempt_at, cast(:now as timestamptz))"
                    + " from webhook w where w.id = d.webhook_id and d.status = 'pending'"
                    + " and (d.claimed_until is null or d.claimed_until <= clock_timestamp())";

    private final EntityManager entities;
    private final DeadLetterCounter dead;
    private final Clock clock;

    DeliveryCleanupJob(EntityManager entities, DeadLetterCounter dead, Clock clock) {
        this.entities = entities;
        this.dead = dead;
        this.clock = clock;
    }

    @Transactional
    void tidy() {
        Deliveries.holdAll(entities);
        var now = clock.instant();
        int failing = entities.createNativeQuery(GIVE_UP + " and w.failures > 0 and d.since < :old")
                .setParameter("reason", "never tried: the receiver failed all the time")
                .setParameter("now", now)
                .setParameter("old", now.minus(RetryPolicy.PATIENCE).minus(Duration.ofHours(1)))
                .executeUpdate();
        int stopped = entities.createNativeQuery(GIVE_UP + " and not webhook_lives(w, cast(:now as timestamptz))")
                .setParameter("reason", "never tried: the subscription has stopped")
                .setParameter("now", now)
                .executeUpdate();
        dead.count(failing + stopped);
        forget("delivered", now.minus(KEPT));
        forget("dead", now.minus(DEAD_KEPT));
    }

    private void forget(String status, Instant before) {
        entities.createNativeQuery("delete from webhook_delivery where status = :status and last_attempt_at < :before")
                .setParameter("status", status)
                .setParameter("before", before)
                .executeUpdate();
    }
}
