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
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** Messages to subscribers on their way: the first of each referral that is not told yet is the only one that may go. */
@Singleton
class Deliveries {

    /** For how long the sender that takes a message in hand has it to itself: longer than an attempt can last,
     *  whatever happens to its right to send (decision Claim-Before-Sending). */
    static final Duration CLAIM = Sender.WHOLE.plus(DeliveryAttempt.START).plusSeconds(5);

    private static final String GIVEN_UP =
            "(:failures >= :most and coalesce(failing_since <= cast(:old as timestamptz), false))";

    // Not for update: an event that writes a message down need not wait.
    private static final String LOCK = " for no key update";

    private static final String UNCLAIMED = "(d.claimed_until is null or d.claimed_until <= clock_timestamp())";

    private final EntityManager entities;
    private final JdbcReader rows;
    private final ObjectMapper mapper;
    private final DeadLetterCounter dead;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Deliveries(EntityManager entities, JdbcReader rows, ObjectMapper mapper, DeadLetterCounter dead, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.mapper = mapper;
        this.dead = dead;
        this.clock = clock;
    }

    /** What may be sent now, the longest due first.
     *  @param busy subscriptions that take no more at the moment */
    @Transactional
    List<Delivery> listDue(Collection<UUID> busy, int limit) {
        var now = clock.instant();
        return rows.list(
                SqlBuilder.of(
                                "select d.*, w.url, w.sealed_secret from webhook_delivery d join webhook w on w.id = d.webhook_id")
                        .add("where d.status = 'pending' and d.next_attempt_at <= ?", now)
                        .add("and (w.paused_until is null or w.paused_until <= ?)", now)
                        .add("and webhook_lives(w, cast(? as timestamptz))", now)
                        .add("and not d.webhook_id = any (cast(? as uuid[]))", busy)
                        .add("and " + UNCLAIMED)
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
                text(WebhookMessage.of(row)),
                row.getInt("attempts"),
                row.getTimestamp("since").toInstant(),
                UUID.randomUUID());
    }

    /** Takes a message in hand. The database's clock counts, for it is the one that all nodes share.
     *  @return false when it was told meanwhile, someone else has it, or its subscription has stopped */
    @Transactional
    boolean claim(Delivery delivery) {
        return entities.createNativeQuery("update webhook_delivery d set claim = :claim,"
                                + " claimed_until = clock_timestamp() + make_interval(secs => :seconds)"
                                + " from webhook w where w.id = d.webhook_id and d.id = :id and d.status = 'pending'"
                                + " and " + UNCLAIMED
                                + " and webhook_lives(w, cast(:now as timestamptz))")
                        .setParameter("claim", delivery.claim())
                        .setParameter("seconds", CLAIM.toSeconds())
                        .setParameter("id", delivery.id())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private String text(WebhookMessage message) {
        try {
            return mapper.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message can always be written", e);
        }
    }

    /** Notes that a message arrived. */
    @Transactional
    void delivered(Delivery delivery, String answer) {
        hold(entities, delivery.webhookId());
        var now = clock.instant();
        if (isNoted(delivery, answer, new Outcome("delivered", now, now))) {
            entities.createNativeQuery("update webhook set failures = 0, paused_until = null, failing_since = null"
                            + " where id = :id and failures > 0")
                    .setParameter("id", delivery.webhookId())
                    .executeUpdate();
        }
    }

    /** Notes that an attempt failed, and when the next one is made, if any. */
    @Transactional
    void failed(Delivery delivery, DeliveryFailure failure) {
        hold(entities, delivery.webhookId());
        var now = clock.instant();
        var isOver = failure.isGone() || RetryPolicy.isOver(delivery.since(), now);
        var next = RetryPolicy.next(delivery.attempts() + 1, delivery.since(), now, random);
        var wished = RetryPolicy.notBefore(next, now.plus(failure.wish()), delivery.since());
        if (!isNoted(delivery, failure.answer(), new Outcome(isOver ? "dead" : "pending", now, wished))) {
            return;
        }
        if (isOver) {
            dead.count(1);
        }
        rows.list(
                        SqlBuilder.of("select failures from webhook where id = ?", delivery.webhookId()),
                        row -> row.getInt(1))
                .forEach(before -> pause(delivery.webhookId(), before + 1, failure));
    }

    /** Locks a subscription to the end of the transaction. Each transaction that changes messages does so before, as a
     *  deletion of the subscription does: two that want both in another order would wait for each other. */
    static void hold(EntityManager entities, UUID webhookId) {
        entities.createNativeQuery("select id from webhook where id = :id" + LOCK)
                .setParameter("id", webhookId)
                .getResultList();
    }

    /** Locks every subscription, for what changes messages of many. */
    static void holdAll(EntityManager entities) {
        entities.createNativeQuery("select id from webhook order by id" + LOCK).getResultList();
    }

    private void pause(UUID webhookId, int failures, DeliveryFailure failure) {
        var now = clock.instant();
        var own = RetryPolicy.pause(failures, random);
        var pause = own.compareTo(failure.wish()) < 0 ? failure.wish() : own;
        entities.createNativeQuery("update webhook set failures = :failures, paused_until = :until,"
                        + " failing_since = coalesce(failing_since, cast(:now as timestamptz)),"
                        + " given_up = " + GIVEN_UP + ","
                        + " gone_at = case when :gone or " + GIVEN_UP
                        + " then cast(:now as timestamptz) else gone_at end where id = :id")
                .setParameter("failures", failures)
                .setParameter("until", now.plus(pause))
                .setParameter("gone", failure.isGone())
                .setParameter("now", now)
                .setParameter("most", RetryPolicy.FAILURES_BEFORE_END)
                .setParameter("old", now.minus(RetryPolicy.PATIENCE_WITH_RECEIVER))
                .setParameter("id", webhookId)
                .executeUpdate();
    }

    private record Outcome(String status, Instant now, Instant next) {}

    /** Writes down how an attempt went.
     *  @return false when it is not ours to say: another took the message in hand after us, or it was told */
    private boolean isNoted(Delivery delivery, String answer, Outcome outcome) {
        return entities.createNativeQuery("update webhook_delivery set status = :status, attempts = attempts + 1,"
                                + " last_attempt_at = :now, last_answer = :answer, next_attempt_at = :next,"
                                + " delivered_at = case when :status = 'delivered' then cast(:now as timestamptz) end,"
                                + " claim = null, claimed_until = null"
                                + " where id = :id and status = 'pending' and claim = :claim")
                        .setParameter("status", outcome.status())
                        .setParameter("now", outcome.now())
                        .setParameter("answer", answer)
                        .setParameter("next", outcome.next())
                        .setParameter("id", delivery.id())
                        .setParameter("claim", delivery.claim())
                        .executeUpdate()
                == 1;
    }
}
