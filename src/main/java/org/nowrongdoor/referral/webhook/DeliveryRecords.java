package org.nowrongdoor.referral.webhook;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** What a subscriber was told, and what it was not, for it to see and to ask for again. */
@Singleton
class DeliveryRecords {

    /** Some messages, the newest first.
     *  @param next where the list goes on; null at its end */
    record Stretch(List<DeliveryView> deliveries, @Nullable String next) {}

    private record Numbered(long seq, DeliveryView view) {}

    private final EntityManager entities;
    private final JdbcReader rows;
    private final Clock clock;

    DeliveryRecords(EntityManager entities, JdbcReader rows, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.clock = clock;
    }

    /** The messages to a subscription.
     *  @param before only those older than this number */
    @Transactional
    Stretch list(UUID webhookId, Optional<String> status, long before, int limit) {
        var sql = SqlBuilder.of("select * from webhook_delivery where webhook_id = ? and seq < ?", webhookId, before);
        status.ifPresent(wanted -> sql.add("and status = ?", wanted));
        var found = rows.list(sql.add("order by seq desc limit ?", limit + 1), DeliveryRecords::numbered);
        var page = found.subList(0, Math.min(limit, found.size()));
        return new Stretch(
                page.stream().map(Numbered::view).toList(),
                found.size() > limit ? String.valueOf(page.get(limit - 1).seq()) : null);
    }

    /** Sends a message again from the beginning, whether it arrived or not.
     *  @throws ProblemException NOT_FOUND */
    @Transactional
    DeliveryView replay(UUID webhookId, UUID id) {
        Deliveries.hold(entities, webhookId);
        var now = clock.instant();
        entities.createNativeQuery("update webhook_delivery set status = 'pending', attempts = 0, since = :now,"
                        + " next_attempt_at = :now, delivered_at = null where id = :id and webhook_id = :webhook")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("webhook", webhookId)
                .executeUpdate();
        entities.createNativeQuery("update webhook set failures = 0, paused_until = null where id = :webhook")
                .setParameter("webhook", webhookId)
                .executeUpdate();
        return rows
                .list(
                        SqlBuilder.of("select * from webhook_delivery where id = ? and webhook_id = ?", id, webhookId),
                        DeliveryRecords::numbered)
                .stream()
                .findFirst()
                .map(Numbered::view)
                .orElseThrow(
                        () -> ProblemException.of(ProblemKind.NOT_FOUND, "no delivery of this webhook has this id"));
    }

    private static Numbered numbered(ResultSet row) throws SQLException {
        var status = row.getString("status");
        return new Numbered(
                row.getLong("seq"),
                new DeliveryView(
                        row.getObject("id", UUID.class),
                        WebhookMessage.of(row),
                        status,
                        row.getInt("attempts"),
                        time(row.getTimestamp("last_attempt_at")),
                        row.getString("last_answer"),
                        status.equals("pending") ? time(row.getTimestamp("next_attempt_at")) : null,
                        time(row.getTimestamp("delivered_at"))));
    }

    private static @Nullable Instant time(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
