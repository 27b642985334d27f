package org.nowrongdoor.referral.webhook;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.AuditLog;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.Rows;
import org.nowrongdoor.storage.Sql;

/** The subscriptions. */
@Singleton
class Webhooks {

    // 20: each costs an attempt for every event.
    private static final int MOST = 20;

    private static final String COLUMNS =
            "select w.id, w.url, w.events, w.created_at, w.failures, w.paused_until from webhook w where ";

    private final EntityManager entities;
    private final Rows rows;
    private final WebhookSecrets secrets;
    private final AuditLog audit;
    private final Clock clock;

    Webhooks(EntityManager entities, Rows rows, WebhookSecrets secrets, AuditLog audit, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a subscription.
     *  @return it with its secret, which is told this once
     *  @throws ProblemException CONFLICT when its owner has too many */
    @Transactional
    WebhookView create(String url, WebhookOwner owner) {
        if (list(owner).size() >= MOST) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "there are " + MOST + " webhooks already; delete one that is not needed");
        }
        var id = UUID.randomUUID();
        var secret = secrets.generate();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        entities.createNativeQuery("insert into webhook (id, url, events, organization_id, created_by, sees_all,"
                        + " sealed_secret, created_at) values (:id, :url, array['" + Message.UPDATED
                        + "'], cast(:organization as uuid), :actor, :all, :secret, :now)")
                .setParameter("id", id)
                .setParameter("url", url)
                .setParameter("organization", text(owner.organizationId()))
                .setParameter("actor", owner.actor())
                .setParameter("all", owner.isOperator())
                .setParameter("secret", secrets.seal(id, secret))
                .setParameter("now", now)
                .executeUpdate();
        audit.record("create", "webhook", id.toString());
        return new WebhookView(id, url, List.of(Message.UPDATED), now, 0, null, null)
                .with(Signature.PREFIX + Base64.getEncoder().encodeToString(secret));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** Those of an owner, the newest first. */
    @Transactional
    List<WebhookView> list(WebhookOwner owner) {
        return rows.list(
                Sql.of(COLUMNS).add(owner.condition()).add("order by w.created_at desc, w.id"), Webhooks::view);
    }

    /** One of an owner.
     *  @throws ProblemException NOT_FOUND, the same for one that is not there and one that is another's */
    @Transactional
    WebhookView get(UUID id, WebhookOwner owner) {
        return rows.list(Sql.of(COLUMNS).add(owner.condition()).add("and w.id = ?", id), Webhooks::view).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "no webhook has this id"));
    }

    /** Ends a subscription, with whatever was still to be told. */
    @Transactional
    void delete(UUID id, WebhookOwner owner) {
        get(id, owner);
        entities.createNativeQuery("delete from webhook where id = :id")
                .setParameter("id", id)
                .executeUpdate();
        audit.record("delete", "webhook", id.toString());
    }

    private static WebhookView view(ResultSet row) throws SQLException {
        var events = (String[]) row.getArray(3).getArray();
        return new WebhookView(
                row.getObject(1, UUID.class),
                row.getString(2),
                Arrays.asList(events),
                row.getTimestamp(4).toInstant(),
                row.getInt(5),
                Optional.ofNullable(row.getTimestamp(6))
                        .map(java.sql.Timestamp::toInstant)
                        .filter(until -> until.isAfter(Instant.EPOCH))
                        .orElse(null),
                null);
    }
}
