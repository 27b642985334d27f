package org.nowrongdoor.referral.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nowrongdoor.storage.Rows;
import org.nowrongdoor.storage.Sql;

/** Messages to subscribers on their way: the first of each referral that is not told yet is the only one that may go. */
@Singleton
class Deliveries {

    // A month and a quarter: long enough to ask what was told, and to replay what was not.
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration DEAD_KEPT = Duration.ofDays(90);

    private final EntityManager entities;
    private final Rows rows;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Deliveries(EntityManager entities, Rows rows, ObjectMapper mapper, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** What may be sent now, the longest due first.
     *  @param busy subscriptions that take no more at the moment */
    @Transactional
    List<Delivery> listDue(Collection<UUID> busy, int limit) {
        var now = clock.instant();
        return rows.list(
                Sql.of(
                                "select d.*, w.url, w.sealed_secret from webhook_delivery d join webhook w on w.id = d.webhook_id")
                        .add("where d.status = 'pending' and d.next_attempt_at <= ?", now)
                        .add("and (w.paused_until is null or w.paused_until <= ?)", now)
                        .add("and not d.webhook_id = any (cast(? as uuid[]))", busy)
                        .add("and not exists (select 1 from webhook_delivery e where e.webhook_id = d.webhook_id")
                        .add("and e.referral_id = d.referral_id and e.status = 'pending' and e.event_no < d.event_no)")
                        .add("order by d.next_attempt_at, d.seq limit ?", limit),
                this::delivery);
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getObject("referral_id", UUID.class),
                row.getString("url"),
                Base64.getEncoder().encodeToString(row.getBytes("sealed_secret")),
                text(Message.of(row)),
                row.getInt("attempts"),
                row.getTimestamp("since").toInstant());
    }

    private String text(Message message) {
        try {
            return mapper.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message can always be written", e);
        }
    }

    /** Notes that a message arrived. */
    @Transactional
    void delivered(Delivery delivery, String answer) {
        note(delivery, answer, "delivered", clock.instant());
        entities.createNativeQuery(
                        "update webhook set failures = 0, paused_until = null where id = :id and failures > 0")
                .setParameter("id", delivery.webhookId())
                .executeUpdate();
    }

    /** Notes that an attempt failed, and when the next one is made, if any. */
    @Transactional
    void failed(Delivery delivery, String answer) {
        var now = clock.instant();
        var isOver = Retry.isOver(delivery.since(), now);
        note(delivery, answer, isOver ? "dead" : "pending", now);
        var failures = rows.list(
                Sql.of("select failures from webhook where id = ?", delivery.webhookId()), row -> row.getInt(1));
        for (int before : failures) {
            var pause = Retry.pause(before + 1, random);
            entities.createNativeQuery("update webhook set failures = :failures, paused_until = :until where id = :id")
                    .setParameter("failures", before + 1)
                    .setParameter("until", now.plus(pause))
                    .setParameter("id", delivery.webhookId())
                    .executeUpdate();
        }
    }

    private void note(Delivery delivery, String answer, String status, Instant now) {
        entities.createNativeQuery("update webhook_delivery set status = :status, attempts = attempts + 1,"
                        + " last_attempt_at = :now, last_answer = :answer, next_attempt_at = :next,"
                        + " delivered_at = case when :status = 'delivered' then cast(:now as timestamptz) end"
                        + " where id = :id and status = 'pending'")
                .setParameter("status", status)
                .setParameter("now", now)
                .setParameter("answer", answer)
                .setParameter("next", Retry.next(delivery.attempts() + 1, delivery.since(), now, random))
                .setParameter("id", delivery.id())
                .executeUpdate();
    }

    /** Gives up what was tried for too long to a receiver that fails, and forgets what is long past. */
    @Transactional
    void tidy() {
        var now = clock.instant();
        entities.createNativeQuery("update webhook_delivery d set status = 'dead',"
                        + " last_answer = coalesce(d.last_answer, 'never tried: the receiver failed all the time'),"
                        + " last_attempt_at = coalesce(d.last_attempt_at, cast(:now as timestamptz))"
                        + " from webhook w where w.id = d.webhook_id and w.failures > 0"
                        + " and d.status = 'pending' and d.since < :old")
                .setParameter("now", now)
                .setParameter("old", now.minus(Retry.PATIENCE).minus(Duration.ofHours(1)))
                .executeUpdate();
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
