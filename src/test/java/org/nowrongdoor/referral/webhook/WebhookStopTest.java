package org.nowrongdoor.referral.webhook;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.referral.webhook.HookReceiver.await;
import static org.nowrongdoor.referral.webhook.HooksForTests.ADMIN;
import static org.nowrongdoor.referral.webhook.HooksForTests.deliveries;
import static org.nowrongdoor.referral.webhook.HooksForTests.hook;
import static org.nowrongdoor.referral.webhook.HooksForTests.keyOf;
import static org.nowrongdoor.referral.webhook.HooksForTests.subscribe;
import static org.nowrongdoor.referral.webhook.HooksForTests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SettableClock;
import org.nowrongdoor.support.SmallServer;

/** What ends a subscription, what puts it off, and how it goes on. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(SmallServer.class)
@SuppressWarnings("NullAway.Init")
class WebhookStopTest {

    private final List<String> made = new ArrayList<>();
    private final UUID here = UUID.randomUUID();
    private HookReceiver receiver;

    @Inject
    ReferralRows referrals;

    @Inject
    DeliveryCleanupJob tidy;

    @Inject
    SettableClock clock;

    @BeforeEach
    void open() throws Exception {
        receiver = new HookReceiver();
    }

    @AfterEach
    void close() {
        clock.reset();
        made.forEach(id -> with(ADMIN).delete("/webhooks/" + id));
        receiver.close();
    }

    private String subscribed(String key) {
        String id = subscribe(key, receiver.url("/in")).getString("id");
        made.add(id);
        return id;
    }

    /** Waits until another subscriber was told of a referral: had this one been to be told, it would have been. */
    private void awaitToldToOthers(UUID referral) throws Exception {
        try (var other = new HookReceiver()) {
            var id = subscribe(ADMIN, other.url("/other")).getString("id");
            made.add(id);
            referrals.event(referral, 9, "requested", "accepted");
            await("the other to be told", () -> other.taken().stream().anyMatch(one -> one.no() == 9));
        }
    }

    @Test
    void aSubscriptionEndsWithTheKeyThatMadeIt() throws Exception {
        var key = keyOf(here);
        var id = subscribed(key.key());
        var first = referrals.referral(here, null);
        await("the first", () -> !receiver.taken().isEmpty());
        with(ADMIN).delete("/keys/" + key.id()).then().statusCode(204);
        var second = referrals.referral(here, null);
        awaitToldToOthers(second);
        assertTrue(receiver.received().stream().allMatch(one -> one.referral().equals(first.toString())));
        assertEquals("stopped", hook(id).getString("status"));
        assertEquals("key-ended", hook(id).getString("stopped_because"));
        assertEquals(List.of(), deliveries(id, "pending"), "nothing is kept for it");
    }

    @Test
    void aSubscriptionEndsWhenItsKeyExpires() throws Exception {
        var end = Instant.now().plus(Duration.ofHours(2));
        var key = keyOf(Map.of(
                "name",
                "Hooks",
                "scopes",
                List.of("referrals:write"),
                "organization_id",
                here,
                "expires_at",
                "" + end));
        var id = subscribed(key.key());
        assertEquals("active", hook(id).getString("status"));
        assertNull(hook(id).getString("stopped_because"));
        clock.advance(Duration.ofHours(3));
        awaitToldToOthers(referrals.referral(here, null));
        assertEquals(List.of(), receiver.received());
        assertEquals("key-ended", hook(id).getString("stopped_because"));
    }

    @Test
    void whatWaitedWhenTheKeyEndedIsDeadAndCountedAndComesOnlyWhenAsked() {
        receiver.answering(json -> 500);
        var key = keyOf(here);
        var id = subscribed(key.key());
        referrals.referral(here, null);
        await(
                "a first attempt",
                () -> !deliveries(id, "pending").isEmpty()
                        && deliveries(id, "pending").get(0).get("last_answer") != null);
        var before = deadLetters();
        with(ADMIN).delete("/keys/" + key.id()).then().statusCode(204);
        tidy.tidy();
        var dead = deliveries(id, "dead");
        assertEquals(1, dead.size());
        assertTrue(deadLetters() >= before + 1, "counted");
        var next = keyOf(here).key();
        var replay = "/webhooks/" + id + "/deliveries/" + dead.get(0).get("id") + "/replay";
        with(next).post(replay).then().statusCode(409);
        with(ADMIN).post("/webhooks/" + id + "/resume").then().statusCode(409);
        with(keyOf(UUID.randomUUID()).key())
                .post("/webhooks/" + id + "/resume")
                .then()
                .statusCode(404);
        with(next)
                .post("/webhooks/" + id + "/resume")
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("stopped_because", nullValue())
                .body("secret", nullValue());
        receiver.answering(json -> 204);
        with(next).post(replay).then().statusCode(202);
        await("the replay", () -> !receiver.taken().isEmpty());
    }

    private static double deadLetters() {
        var text = given().auth()
                .oauth2("nwd_admin-of-the-tests")
                .get("/q/metrics")
                .asString();
        var line = text.lines()
                .filter(one -> one.startsWith("directory_webhook_dead_letters_total"))
                .findFirst()
                .orElseThrow();
        assertTrue(line.matches("directory_webhook_dead_letters_total [0-9.E]+"), "a number alone: " + line);
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    @Test
    void aReceiverThatIsGoneIsToldNothingMore() throws Exception {
        receiver.answering(json -> 410);
        var id = subscribed(ADMIN);
        var referral = referrals.referral(null, null);
        await("the end", () -> "receiver-gone".equals(hook(id).getString("stopped_because")));
        assertEquals("stopped", hook(id).getString("status"));
        assertEquals("410", deliveries(id, "dead").get(0).get("last_answer"));
        awaitToldToOthers(referral);
        assertEquals(1, receiver.received().size());
        receiver.answering(json -> 204);
        with(ADMIN).post("/webhooks/" + id + "/resume").then().statusCode(200).body("failures", equalTo(0));
        referrals.event(referral, 10, "accepted", "in-progress");
        await("what comes after", () -> receiver.taken().stream().anyMatch(one -> one.no() == 10));
    }

    @Test
    void aReceiverThatAsksForTimeGetsIt() {
        receiver.wishing("3600").answering(json -> 503);
        var id = subscribed(ADMIN);
        referrals.referral(null, null);
        await("the pause", () -> hook(id).getString("paused_until") != null);
        var until = Instant.parse(hook(id).getString("paused_until"));
        var pause = Duration.between(clock.instant(), until);
        assertTrue(pause.compareTo(Duration.ofMinutes(50)) > 0, pause + " is less than was asked for");
        assertTrue(pause.compareTo(Duration.ofMinutes(61)) < 0, pause + " is more than was asked for");
        var next = Instant.parse((String) deliveries(id, "pending").get(0).get("next_attempt_at"));
        assertTrue(!next.isBefore(until.minusSeconds(5)), next + " is before " + until);
    }

    @Test
    void aReceiverThatFailsForAWeekIsGivenUp() {
        receiver.answering(json -> 500);
        var id = subscribed(ADMIN);
        var begun = clock.instant();
        await("the end", () -> {
            if (deliveries(id, "pending").size() < 3) {
                referrals.referral(null, null);
            }
            clock.advance(Duration.ofHours(2));
            return hook(id).getString("stopped_because") != null;
        });
        assertEquals("receiver-failing", hook(id).getString("stopped_because"));
        assertTrue(hook(id).getInt("failures") >= 10, hook(id).getInt("failures") + " failures");
        assertTrue(
                Duration.between(begun, clock.instant()).compareTo(Duration.ofDays(7)) >= 0, "a week, and not sooner");
        receiver.answering(json -> 204);
        with(ADMIN).post("/webhooks/" + id + "/resume").then().statusCode(200).body("status", equalTo("active"));
        var next = referrals.referral(null, null);
        await(
                "what comes after",
                () -> receiver.taken().stream().anyMatch(one -> one.referral().equals(next.toString())));
    }
}
