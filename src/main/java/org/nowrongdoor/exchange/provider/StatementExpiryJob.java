package org.nowrongdoor.exchange.provider;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.Lease;
import org.nowrongdoor.storage.NewChange;
import org.nowrongdoor.storage.TouchRepository;
import org.nowrongdoor.storage.TouchedRecord;

/** Tells index and feed of services of which a statement has expired: they show another thing from then on, though no one
 *  has changed them. */
@Singleton
class StatementExpiryJob {

    private static final String DUE =
            "select id from service where jsonb_path_exists(body, '$.facts.*.statements[*].expires_on')"
                    + " and statement_expiries(body) && (select array_agg(cast(cast(day as date) as text))"
                    + " from generate_series(cast(:from as date), cast(:to as date), interval '1 day') day)";

    private final EntityManager entities;
    private final ChangeLog changes;
    private final TouchRepository touches;
    private final Lease lease;
    private final Clock clock;

    StatementExpiryJob(EntityManager entities, ChangeLog changes, TouchRepository touches, Lease lease, Clock clock) {
        this.entities = entities;
        this.changes = changes;
        this.touches = touches;
        this.lease = lease;
        this.clock = clock;
    }

    @Scheduled(
            every = "${directory.provider.expire-every:10m}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (lease.tryHold("statement-expiry")) {
            follow();
        }
    }

    /** Follows all days that have ended since the last time. */
    @Transactional
    void follow() {
        var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        var followed = (LocalDate)
                entities.createNativeQuery("select followed_to from statement_expiry for update", LocalDate.class)
                        .getSingleResult();
        if (!followed.isBefore(yesterday)) {
            return;
        }
        List<?> due = entities.createNativeQuery(DUE, UUID.class)
                .setParameter("from", followed.plusDays(1))
                .setParameter("to", yesterday)
                .getResultList();
        var services = due.stream().map(UUID.class::cast).toList();
        changes.append(services.stream()
                .map(id -> new NewChange(ChangedEntity.SERVICE, id, ChangeKind.UPSERT))
                .toList());
        touches.put(
                services.stream()
                        .map(id -> new TouchedRecord(ChangedEntity.SERVICE, id))
                        .toList(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        entities.createNativeQuery("update statement_expiry set followed_to = :day")
                .setParameter("day", yesterday)
                .executeUpdate();
    }
}
