package org.nowrongdoor.referral.webhook;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.AdvisoryLock;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** The subscriptions. */
@Singleton
class Webhooks {

    // 20: each costs an attempt for every event.
    private static final int MOST = 20;

    private static final String COLUMNS = "select w.id, w.url, w.events, w.created_at, w.failures, w.paused_until,"
            + " w.gone_at, webhook_lives(w, cast(? as timestamptz)), w.given_up from webhook w where ";

    private final EntityManager entities;
    private final JdbcReader rows;
    private final WebhookSecrets secrets;
    private final DeliveryRecords records;
    private final AuditLog audit;
    private final Clock clock;

    // Six: where subscriptions and their messages stand, what seals them, and what is noted and when.
    Webhooks(
            EntityManager entities,
            JdbcReader rows,
            WebhookSecrets secrets,
            DeliveryRecords records,
            AuditLog audit,
            Clock clock) {
        this.records = records;
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
        AdvisoryLock.WEBHOOKS.lockInTransaction(entities);
        if (list(owner).size() >= MOST) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "there are " + MOST + " webhooks already; delete one that is not needed");
        }
        var keyId = keyOf(owner);
        var id = UUID.randomUUID();
        var secret = secrets.generate();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        entities.createNativeQuery("insert into webhook (id, url, events, organization_id, created_by, key_id,"
                        + " sees_all, sealed_secret, created_at, lives_by_admin) values (:id, :url, array['"
                        + WebhookMessage.UPDATED
                        + "'], cast(:organization as uuid), :actor, cast(:key as uuid), :all, :secret, :now, :admin)")
                .setParameter("id", id)
                .setParameter("url", url)
                .setParameter("organization", text(owner.organizationId()))
                .setParameter("actor", owner.actor())
                .setParameter("key", keyId)
                .setParameter("all", owner.isOperator())
                .setParameter("secret", secrets.seal(id, secret))
                .setParameter("now", now)
                .setParameter("admin", owner.isAdmin())
                .executeUpdate();
        audit.record("create", "webhook", id.toString());
        return new WebhookView(id, url, List.of(WebhookMessage.UPDATED), now, "active", null, 0, null, null)
                .with(Signature.PREFIX + Base64.getEncoder().encodeToString(secret));
    }

    /** The key that a subscription is to live by; null for the admin's.
     *  @throws ProblemException CONFLICT for a token: no one tells us when its holder leaves */
    private @Nullable String keyOf(WebhookOwner owner) {
        if (owner.isAdmin()) {
            return null;
        }
        return rows
                .list(
                        SqlBuilder.of("select id from api_key where id::text = ?", owner.actor()),
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.CONFLICT, "a webhook needs a key, and a token is none. Use a key (POST /keys)."));
    }

    /** Lets a stopped subscription go on, from now on by the caller's key.
     *  @throws ProblemException CONFLICT for one of an organisation that the caller's key is not of */
    @Transactional
    WebhookView resume(UUID id, WebhookOwner owner) {
        get(id, owner);
        int resumed = entities.createNativeQuery(
                        "update webhook set key_id = cast(:key as uuid), lives_by_admin = :admin, gone_at = null,"
                                + " failures = 0, paused_until = null, failing_since = null, given_up = false where id = :id"
                                + " and organization_id is not distinct from cast(:organization as uuid)")
                .setParameter("key", keyOf(owner))
                .setParameter("admin", owner.isAdmin())
                .setParameter("id", id)
                .setParameter("organization", text(owner.organizationId()))
                .executeUpdate();
        if (resumed == 0) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "this webhook is an organisation's; a key of that organisation may resume it");
        }
        audit.record("resume", "webhook", id.toString());
        return get(id, owner);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** Those of an owner, the newest first. */
    @Transactional
    List<WebhookView> list(WebhookOwner owner) {
        return rows.list(
                SqlBuilder.of(COLUMNS, clock.instant()).add(owner.condition()).add("order by w.created_at desc, w.id"),
                this::view);
    }

    /** One of an owner.
     *  @throws ProblemException NOT_FOUND, the same for one that is not there and one that is another's */
    @Transactional
    WebhookView get(UUID id, WebhookOwner owner) {
        var query =
                SqlBuilder.of(COLUMNS, clock.instant()).add(owner.condition()).add("and w.id = ?", id);
        return rows.list(query, this::view).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "no webhook has this id"));
    }

    /** Makes sure that something can be sent.
     *  @throws ProblemException NOT_FOUND, or CONFLICT when it has stopped */
    private void requireActive(UUID id, WebhookOwner owner) {
        if (get(id, owner).stoppedBecause() != null) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "the webhook has stopped; POST /webhooks/{id}/resume lets it go on");
        }
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

    /** Has a message told again from the beginning, whether it arrived or not.
     *  @throws ProblemException NOT_FOUND, or CONFLICT when the subscription has stopped */
    @Transactional
    DeliveryView replay(UUID id, UUID deliveryId, WebhookOwner owner) {
        requireActive(id, owner);
        var replayed = records.replay(id, deliveryId);
        audit.record("replay", "webhook", id.toString());
        return replayed;
    }

    private WebhookView view(ResultSet row) throws SQLException {
        var events = (String[]) row.getArray(3).getArray();
        var stands = row.getBoolean(8);
        var end = row.getBoolean(9) ? "receiver-failing" : "receiver-gone";
        var why = row.getTimestamp(7) == null ? "key-ended" : end;
        return new WebhookView(
                row.getObject(1, UUID.class),
                row.getString(2),
                Arrays.asList(events),
                row.getTimestamp(4).toInstant(),
                stands ? "active" : "stopped",
                stands ? null : why,
                row.getInt(5),
                Optional.ofNullable(row.getTimestamp(6))
                        .map(Timestamp::toInstant)
                        .filter(until -> until.isAfter(clock.instant()))
                        .orElse(null),
                null);
    }
}
