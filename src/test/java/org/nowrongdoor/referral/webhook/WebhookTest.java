package org.nowrongdoor.referral.webhook;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.referral.webhook.HookReceiver.await;
import static org.nowrongdoor.referral.webhook.HooksForTests.ADMIN;
import static org.nowrongdoor.referral.webhook.HooksForTests.deliveries;
import static org.nowrongdoor.referral.webhook.HooksForTests.keyOf;
import static org.nowrongdoor.referral.webhook.HooksForTests.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SettableClock;
import org.nowrongdoor.support.SmallServer;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(SmallServer.class)
class WebhookTest {

    private final List<String> made = new ArrayList<>();
    private HookReceiver receiver;

    @Inject
    ReferralRows referrals;

    @Inject
    SettableClock clock;

    @Inject
    SettableResolver names;

    @BeforeEach
    void open() throws Exception {
        receiver = new HookReceiver();
    }

    @AfterEach
    void close() {
        clock.reset();
        made.forEach(id -> given().auth().oauth2(ADMIN).delete("/webhooks/" + id));
        receiver.close();
    }

    private JsonPath subscribe(String key, String url) {
        var hook = HooksForTests.subscribe(key, url);
        made.add(hook.getString("id"));
        return hook;
    }

    @Test
    void aMoveIsToldSignedAndInIdsAndStatesAlone() throws Exception {
        var hook = subscribe(ADMIN, receiver.url("/in?from=nwd"));
        var referral = referrals.referral(null, null);
        await("the message", () -> !receiver.taken().isEmpty());
        var got = receiver.taken().get(0);
        var headers = new HashMap<String, List<String>>();
        got.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        assertDoesNotThrow(() -> new Webhook(hook.getString("secret")).verify(got.body(), headers));
        assertEquals("/in?from=nwd", got.path());
        var json = new ObjectMapper().readTree(got.body());
        assertEquals(List.of("type", "timestamp", "data"), names(json));
        assertEquals(List.of("id", "from", "to", "no", "kind"), names(json.path("data")));
        assertEquals(referral.toString(), got.referral());
        await(
                "the note of it",
                () -> deliveries(hook.getString("id"), "delivered").size() == 1);
    }

    private static List<String> names(JsonNode json) {
        var names = new ArrayList<String>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void whatFailsComesAgainAndInOrder() {
        var failing = new ArrayList<Integer>(List.of(500, 429, 503));
        receiver.answering(
                json -> json.path("data").path("no").asInt() == 2 && !failing.isEmpty() ? failing.remove(0) : 204);
        subscribe(ADMIN, receiver.url("/in"));
        var referral = referrals.referral(null, null);
        referrals.event(referral, 2, "requested", "accepted");
        referrals.event(referral, 3, "accepted", "in-progress");
        await("all three", () -> {
            clock.advance(Duration.ofMinutes(1));
            return receiver.taken().size() >= 3;
        });
        assertEquals(
                List.of(1, 2, 3),
                receiver.taken().stream()
                        .map(HookReceiver.Received::no)
                        .distinct()
                        .toList());
        var second = receiver.received().stream().filter(one -> one.no() == 2).toList();
        assertTrue(second.size() >= 4, second.size() + " attempts");
        assertEquals(
                1, second.stream().map(HookReceiver.Received::id).distinct().count());
    }

    @Test
    void whatFailsForThreeDaysIsDeadAndCanBeReplayed() {
        receiver.answering(json -> 500);
        var id = subscribe(ADMIN, receiver.url("/in")).getString("id");
        referrals.referral(null, null);
        await("a first attempt", () -> !receiver.received().isEmpty());
        await("the end", () -> {
            clock.advance(Duration.ofHours(8));
            return !deliveries(id, "dead").isEmpty();
        });
        var dead = deliveries(id, "dead").get(0);
        assertEquals("500", dead.get("last_answer"));
        receiver.answering(json -> 200);
        given().auth()
                .oauth2(ADMIN)
                .post("/webhooks/" + id + "/deliveries/" + dead.get("id") + "/replay")
                .then()
                .statusCode(202)
                .body("status", equalTo("pending"));
        await("the replay", () -> !receiver.taken().isEmpty());
        assertEquals(dead.get("id"), receiver.taken().get(0).id());
        given().auth()
                .oauth2(ADMIN)
                .post("/webhooks/" + id + "/deliveries/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(404);
    }

    @Test
    void anOrganisationIsToldOfItsOwnReferralsAlone() {
        var here = UUID.randomUUID();
        var there = UUID.randomUUID();
        var key = keyOf(here).key();
        var hook = subscribe(key, receiver.url("/here")).getString("id");
        var sent = referrals.referral(here, there);
        var foreign = referrals.referral(there, there);
        var answered = referrals.referral(there, here);
        await("both of its own", () -> receiver.taken().size() >= 2);
        assertEquals(
                List.of(sent.toString(), answered.toString()).stream().sorted().toList(),
                receiver.taken().stream()
                        .map(HookReceiver.Received::referral)
                        .sorted()
                        .toList());
        assertTrue(receiver.received().stream().noneMatch(one -> one.referral().equals(foreign.toString())));
        var other = keyOf(there).key();
        for (var path : List.of("", "/deliveries")) {
            given().auth().oauth2(other).get("/webhooks/" + hook + path).then().statusCode(404);
        }
        given().auth().oauth2(other).delete("/webhooks/" + hook).then().statusCode(404);
        given().auth().oauth2(other).get("/webhooks").then().body("webhooks.id", not(hasItem(hook)));
        given().auth().oauth2(key).get("/webhooks").then().body("webhooks.id", contains(hook));
    }

    @Test
    void theOnlyEventIsMeantWhenNoneIsNamed() {
        var answer = given().auth()
                .oauth2(ADMIN)
                .contentType("application/json")
                .body(Map.of("url", receiver.url("/in")))
                .post("/webhooks");
        made.add(answer.path("id"));
        answer.then().statusCode(201).body("events", contains("referral.updated"));
        given().auth()
                .oauth2(ADMIN)
                .contentType("application/json")
                .body(Map.of("url", receiver.url("/in"), "events", List.of("referral.made")))
                .post("/webhooks")
                .then()
                .statusCode(400);
    }

    @Test
    void theSecretIsShownOnce() {
        var hook = subscribe(ADMIN, receiver.url("/in"));
        assertTrue(hook.getString("secret").startsWith("whsec_"));
        var text = given().auth()
                .oauth2(ADMIN)
                .get("/webhooks/" + hook.getString("id"))
                .asString();
        assertTrue(!text.contains("secret"), text);
    }

    @Test
    void whatIsNoPublicUrlIsRefusedByItsFormAlone() {
        for (var url : List.of("https://localhost/hook", "http://partner.example/hook", "https://10.0.0.1/hook")) {
            post(ADMIN, url).then().statusCode(400).body("errors[0].pointer", equalTo("/url"));
        }
    }

    @Test
    void whetherANameIsKnownHereIsNotToldWhenItIsSubscribed() {
        names.lead("inside.example", "192.168.1.1");
        names.lead("both.example", "1.1.1.1", "127.0.0.1");
        names.lead("unknown.invalid");
        for (var host : List.of("inside.example", "both.example", "unknown.invalid")) {
            made.add(post(ADMIN, "https://" + host + "/hook")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
            assertEquals(0, names.asked(host), host);
        }
        referrals.referral(null, null);
        var answers = new ArrayList<String>();
        for (var id : made) {
            await(
                    "an attempt",
                    () -> !deliveries(id, "pending").isEmpty()
                            && deliveries(id, "pending").get(0).get("last_answer") != null);
            answers.add((String) deliveries(id, "pending").get(0).get("last_answer"));
        }
        assertEquals(
                List.of("the host has no public address"),
                answers.stream().distinct().toList());
    }

    @Test
    void aUrlThatCanNotBeCalledIsCountedAndGivenUpLikeOthers() {
        var id = subscribe(ADMIN, receiver.url("/in")).getString("id");
        // As it may stand in the store of an older version.
        referrals.rename(id, "https://8.8.8.8:99999/");
        referrals.referral(null, null);
        await("the end", () -> {
            clock.advance(Duration.ofHours(8));
            return !deliveries(id, "dead").isEmpty();
        });
        assertThat((String) deliveries(id, "dead").get(0).get("last_answer"), startsWith("url must be a URL"));
    }

    @Test
    void aNameThatChangesItsMindIsNotFollowedInside() {
        names.lead("turns.example", "1.1.1.1");
        var id = subscribe(ADMIN, "https://turns.example:" + receiver.port() + "/in")
                .getString("id");
        names.lead("turns.example", "127.0.0.1");
        referrals.referral(null, null);
        await(
                "a refusal",
                () -> !deliveries(id, "pending").isEmpty()
                        && deliveries(id, "pending").get(0).get("last_answer") != null);
        assertThatRefused(deliveries(id, "pending").get(0));
        assertTrue(receiver.received().isEmpty());
        // Once for each attempt: what was checked is what is called.
        int attempts = (int) deliveries(id, "pending").get(0).get("attempts");
        assertTrue(names.asked("turns.example") <= attempts + 1, names.asked("turns.example") + " look-ups");
    }

    private static void assertThatRefused(Map<String, Object> delivery) {
        assertThat((String) delivery.get("last_answer"), equalTo("the host has no public address"));
    }

    @Test
    void aHostThatIsAllowedMayBePrivateAndPlain() {
        names.lead("friend.example", "127.0.0.1");
        subscribe(ADMIN, "http://friend.example:" + receiver.port() + "/in");
        referrals.referral(null, null);
        await("the message", () -> !receiver.taken().isEmpty());
        assertEquals(
                "friend.example:" + receiver.port(),
                receiver.taken().get(0).headers().get("Host"));
    }

    @Test
    void noRedirectIsFollowed() {
        receiver.answering(json -> 302);
        var id = subscribe(ADMIN, receiver.url("/in")).getString("id");
        referrals.referral(null, null);
        await(
                "the answer",
                () -> !deliveries(id, "pending").isEmpty()
                        && "302".equals(deliveries(id, "pending").get(0).get("last_answer")));
        assertTrue(receiver.received().stream().noneMatch(one -> one.path().equals("/elsewhere")));
    }

    @Test
    void theStoreHoldsNoSecretInPlainText() {
        var hook = subscribe(ADMIN, receiver.url("/in"));
        var secret = Base64.getDecoder().decode(hook.getString("secret").substring("whsec_".length()));
        assertEquals(32, secret.length);
        assertTrue(!referrals.sealedSecrets().contains(HexFormat.of().formatHex(secret)));
    }
}
