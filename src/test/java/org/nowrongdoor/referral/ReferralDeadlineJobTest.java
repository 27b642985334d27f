package org.nowrongdoor.referral;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ReferralForTests.body;
import static org.nowrongdoor.support.ReferralForTests.plainService;
import static org.nowrongdoor.support.ReferralForTests.send;
import static org.nowrongdoor.support.ReferralForTests.sender;
import static org.nowrongdoor.support.ReferralForTests.sent;
import static org.nowrongdoor.support.ReferralForTests.service;
import static org.nowrongdoor.support.ReferralForTests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.ReferralForTests;
import org.nowrongdoor.support.SettableClock;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class ReferralDeadlineJobTest {

    @Inject
    SettableClock clock;

    @Inject
    ReferralDeadlineJob referralClock;

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void whoeverDoesNotAnswerIsRemindedOnceAndThenPassedBy() {
        var id = sent(plainService(), "");
        clock.advance(Duration.ofHours(35));
        referralClock.tick();
        assertEvents(id, List.of("moved"));
        clock.advance(Duration.ofHours(2));
        referralClock.tick();
        referralClock.tick();
        assertEvents(id, List.of("moved", "reminded"));
        clock.advance(Duration.ofHours(36));
        referralClock.tick();
        referralClock.tick();
        assertEvents(id, List.of("moved", "reminded", "moved"));
        with(sender())
                .get("/referrals/" + id)
                .then()
                .body("status", equalTo("cancelled"))
                .body("reason", equalTo("expired"));
    }

    @Test
    void theNextBestDoorsComeWithTheEnd() {
        var need =
                ", \"attributes\": [{\"link_type\": \"service_type\", \"taxonomy_term\": {\"code\": \"legal.representation\"}}],"
                        // Where no other test is: others store doors of their own.
                        + " \"service_areas\": [{\"name\": \"Loving County\", \"extent\": \"48301\", \"extent_type\": \"text\"}]";
        var other = service("Open door " + UUID.randomUUID(), need);
        var volunteers = service(
                "Volunteers",
                need.replace(
                        json("[{'link_type"),
                        json(
                                "[{'link_type': 'service_type', 'taxonomy_term': {'code': 'hr.mutual_aid'}}, {'link_type")));
        var id = sent(service("Silent door", need), json(", 'needs': ['legal.representation'], 'priority': 'urgent'"));
        awaitFound(other);
        awaitFound(volunteers);
        clock.advance(Duration.ofHours(5));
        referralClock.tick();
        with(sender())
                .get("/referrals/" + id + "/events")
                .then()
                .body("events.findAll { it.reason == 'expired' }.size()", equalTo(1))
                .body("events.find { it.reason == 'expired' }.by", equalTo("clock"))
                .body("events.find { it.reason == 'expired' }.alternatives.id", hasItem(other.toString()))
                .body(
                        "events.find { it.reason == 'expired' }.alternatives.id",
                        not(hasItem(ReferralForTests.id("Silent door").toString())))
                // Anyone who did not answer must not send everybody on to a few volunteers.
                .body("events.find { it.reason == 'expired' }.alternatives.id", not(hasItem(volunteers.toString())));
    }

    @Test
    void anIntroductionThatNobodyAnsweredEndsToo() {
        var door = service("Quiet door", json(", 'facts': {'contact_preference': {'value': 'introduction'}}"));
        var id = sent(door, json(", 'priority': 'urgent'"));
        clock.advance(Duration.ofHours(5));
        referralClock.tick();
        with(sender())
                .get("/referrals/" + id + "/events")
                .then()
                .body("events.findAll { it.kind == 'moved' }.to", equalTo(List.of("draft", "requested", "cancelled")));
    }

    @Test
    void anAcceptanceTakenBackGetsTimeAgain() {
        var id = sent(plainService(), json(", 'priority': 'urgent'"));
        ReferralForTests.moved(ReferralForTests.provider(), id, "accepted");
        clock.advance(Duration.ofHours(5));
        referralClock.tick();
        ReferralForTests.moved(ReferralForTests.provider(), id, "received");
        referralClock.tick();
        with(sender()).get("/referrals/" + id).then().body("status", equalTo("received"));
        clock.advance(Duration.ofHours(4));
        referralClock.tick();
        with(sender()).get("/referrals/" + id).then().body("status", equalTo("cancelled"));
    }

    @Test
    void anIdempotencyKeyIsFreeAfterADay() {
        var key = UUID.randomUUID().toString();
        var body = body(plainService(), "");
        var first = with(sender())
                .header("Idempotency-Key", key)
                .body(body)
                .post("/referrals")
                .<String>path("id");
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        referralClock.tick();
        with(sender())
                .header("Idempotency-Key", key)
                .body(body)
                .post("/referrals")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(first)));
    }

    @Test
    void thePersonAsksWithSixWords() {
        var sent = send(sender(), body(plainService(), "")).statusCode(201).extract();
        var code = sent.<String>path("client_code");
        status(json("{'client_code': '%s'}", code))
                .statusCode(200)
                .body("status", equalTo("requested"))
                .body("service", nullValue())
                .body("keySet().size()", equalTo(2));
        status(json("{'client_code': '%s', 'provider': true}", code.replace("-", " ")))
                .statusCode(200)
                .body("service.name", equalTo("Plain door"));
        var unknown = status(json("{'client_code': 'able-about-above-absent-absorb-absurd'}"))
                .statusCode(404)
                .extract();
        var noCode = status(json("{'client_code': 'x'}")).statusCode(404).extract();
        assertEquals(unknown.asString(), noCode.asString());
        status("{}").statusCode(400);
        // A number is no text: it is refused for what it is, not looked up.
        status(json("{'client_code': 5}")).statusCode(400);
    }

    private static ValidatableResponse status(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/referrals/status")
                .then();
    }

    private static void assertEvents(UUID id, List<String> kinds) {
        with(sender()).get("/referrals/" + id + "/events").then().body("events.kind", equalTo(kinds));
    }

    private static void awaitFound(UUID service) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!given().contentType("application/json")
                        .body(json("{'needs': ['legal.representation'], 'where': {'region': '48301'}, 'size': 100}"))
                        .post("/search")
                        .asString()
                        .contains(service.toString())
                && System.nanoTime() < until) {
            LockSupport.parkNanos(5_000_000);
        }
    }
}
