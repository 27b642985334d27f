package org.nowrongdoor.referral.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.nowrongdoor.referral.webhook.HooksForTests.ADMIN;
import static org.nowrongdoor.referral.webhook.HooksForTests.deliveries;
import static org.nowrongdoor.referral.webhook.HooksForTests.hook;
import static org.nowrongdoor.referral.webhook.HooksForTests.keyOf;
import static org.nowrongdoor.referral.webhook.HooksForTests.post;
import static org.nowrongdoor.referral.webhook.HooksForTests.subscribe;
import static org.nowrongdoor.referral.webhook.HooksForTests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SmallServer;

/** What is done to a subscription and to its messages at the same time, and in one transaction. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(SmallServer.class)
@SuppressWarnings("NullAway.Init")
class WebhookLockTest {

    private final List<String> made = new ArrayList<>();

    @Inject
    DataSource database;

    @Inject
    ReferralRows referrals;

    @Inject
    Deliveries deliveries;

    @Inject
    DeliveryCleanupJob cleanup;

    @AfterEach
    void close() {
        made.forEach(id -> with(ADMIN).delete("/webhooks/" + id));
    }

    private void execute(Connection connection, String statement, Object... values) throws SQLException {
        try (var run = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                run.setObject(i + 1, values[i]);
            }
            run.execute();
        }
    }

    /** A subscription of which the one message is in our hand. */
    private Delivery inHand() throws Exception {
        // No one listens there, so the message stays.
        var id = subscribe(ADMIN, "http://127.0.0.1:9/none").getString("id");
        made.add(id);
        referrals.referral(UUID.randomUUID(), null);
        HookReceiver.await(
                "a first attempt",
                () -> deliveries(id, "pending").stream().anyMatch(one -> one.get("last_answer") != null));
        var message = UUID.fromString((String) deliveries(id, "pending").get(0).get("id"));
        var claim = UUID.randomUUID();
        try (var connection = database.getConnection()) {
            execute(
                    connection,
                    "update webhook_delivery set claim = ?, claimed_until = now() + interval '1 hour' where id = ?",
                    claim,
                    message);
        }
        return new Delivery(message, UUID.fromString(id), UUID.randomUUID(), "", "", "", 1, Instant.now(), claim);
    }

    private void awaitBlocked(int many) throws Exception {
        awaitBlocked(many, "webhook");
    }

    private void awaitBlocked(int many, String what) throws Exception {
        for (int i = 0; i < 200; i++) {
            try (var connection = database.getConnection();
                    var ask = connection.createStatement();
                    var rows = ask.executeQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and datname = current_database() and query like '%" + what + "%'")) {
                rows.next();
                if (rows.getInt(1) >= many) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        fail("there are never " + many + " that wait");
    }

    private static <T> CompletableFuture<T> begin(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
    }

    @Test
    void twoThatComeAtOnceAreNotMoreThanTheMost() throws Exception {
        var key = keyOf(UUID.randomUUID()).key();
        for (int i = 0; i < 19; i++) {
            made.add(subscribe(key, "http://127.0.0.1:9/" + i).getString("id"));
        }
        List<CompletableFuture<Response>> both;
        try (var holder = database.getConnection()) {
            holder.setAutoCommit(false);
            execute(holder, "lock table webhook in share mode");
            both = Stream.of("a", "b")
                    .map(name -> begin(() -> post(key, "http://127.0.0.1:9/" + name)))
                    .toList();
            awaitBlocked(2, "");
            holder.rollback();
        }
        var answers = both.stream().map(CompletableFuture::join).toList();
        answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .forEach(answer -> made.add(answer.jsonPath().getString("id")));
        assertEquals(
                List.of(201, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
    }

    @Test
    void aDeletionAndAnAttemptThatEndsDoNotWaitForEachOther() throws Exception {
        var delivery = inHand();
        CompletableFuture<Boolean> attempt;
        CompletableFuture<Integer> deletion;
        try (var holder = database.getConnection()) {
            holder.setAutoCommit(false);
            execute(holder, "select 1 from webhook_delivery where id = ? for update", delivery.id());
            attempt = begin(() -> {
                deliveries.failed(delivery, DeliveryFailure.of("refused"));
                return true;
            });
            awaitBlocked(1);
            deletion = begin(() ->
                    with(ADMIN).delete("/webhooks/" + delivery.webhookId()).statusCode());
            awaitBlocked(2);
            holder.commit();
        }
        assertTrue(attempt.get(20, TimeUnit.SECONDS));
        assertEquals(204, deletion.get(20, TimeUnit.SECONDS));
    }

    @Test
    void aDeletionAndTheCleanupDoNotWaitForEachOther() throws Exception {
        var delivery = inHand();
        try (var connection = database.getConnection()) {
            execute(connection, "update webhook set gone_at = now() where id = ?", delivery.webhookId());
            execute(
                    connection,
                    "update webhook_delivery set claimed_until = null where webhook_id = ?",
                    delivery.webhookId());
        }
        var cleaned = begin(() -> {
            cleanup.tidy();
            return true;
        });
        var deletion = begin(
                () -> with(ADMIN).delete("/webhooks/" + delivery.webhookId()).statusCode());
        assertTrue(cleaned.get(20, TimeUnit.SECONDS));
        assertEquals(204, deletion.get(20, TimeUnit.SECONDS));
    }

    @Test
    void aReplayThatCannotBeNotedIsNotMade() throws Exception {
        var delivery = inHand();
        try (var connection = database.getConnection()) {
            execute(connection, "update webhook_delivery set status = 'dead' where id = ?", delivery.id());
            execute(
                    connection,
                    "create function refuse_replay() returns trigger language plpgsql as $$ begin"
                            + " if new.action = 'replay' then raise exception 'no room'; end if; return new; end $$");
            execute(
                    connection,
                    "create trigger refuse_replay before insert on audit_log for each row execute function refuse_replay()");
            try {
                with(ADMIN)
                        .post("/webhooks/" + delivery.webhookId() + "/deliveries/" + delivery.id() + "/replay")
                        .then()
                        .statusCode(500);
            } finally {
                execute(connection, "drop trigger refuse_replay on audit_log");
                execute(connection, "drop function refuse_replay()");
            }
        }
        assertEquals(1, deliveries(delivery.webhookId().toString(), "dead").size());
        assertEquals(0, deliveries(delivery.webhookId().toString(), "pending").size());
    }

    @Test
    void aSubscriptionWithoutAKeyDoesNotLiveLikeTheAdmins() throws Exception {
        var id = subscribe(ADMIN, "http://127.0.0.1:9/none").getString("id");
        made.add(id);
        try (var connection = database.getConnection()) {
            execute(
                    connection,
                    "update webhook set created_by = 'token of someone', lives_by_admin = false where id = ?",
                    UUID.fromString(id));
        }
        assertEquals("key-ended", hook(id).getString("stopped_because"));
        referrals.referral(UUID.randomUUID(), null);
        assertEquals(List.of(), deliveries(id, "pending"));
        with(ADMIN).post("/webhooks/" + id + "/resume").then().statusCode(200);
        assertEquals("active", hook(id).getString("status"));
    }
}
