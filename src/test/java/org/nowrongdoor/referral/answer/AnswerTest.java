package org.nowrongdoor.referral.answer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ReferralForTests.body;
import static org.nowrongdoor.support.ReferralForTests.person;
import static org.nowrongdoor.support.ReferralForTests.plainService;
import static org.nowrongdoor.support.ReferralForTests.send;
import static org.nowrongdoor.support.ReferralForTests.sender;
import static org.nowrongdoor.support.ReferralForTests.token;
import static org.nowrongdoor.support.ReferralForTests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.ReferralForTests;
import org.nowrongdoor.support.SettableClock;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class AnswerTest {

    @Inject
    SettableClock clock;

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    private record Asked(String id, String token) {}

    private static Asked asked(String rest) {
        var sent = send(sender(), body(plainService(), rest)).statusCode(201).extract();
        return new Asked(sent.path("id"), token(sent.path("answer_url")));
    }

    private static void assertStatus(Asked asked, String status) {
        with(sender()).get("/referrals/" + asked.id).then().body("status", equalTo(status));
    }

    @Test
    void lookingDecidesNothingHoweverOften() {
        var asked = asked("");
        for (var accept : List.of("application/json", "text/html", "*/*")) {
            for (int i = 0; i < 3; i++) {
                given().accept(accept).get("/answer/" + asked.token).then().statusCode(200);
                given().accept(accept).head("/answer/" + asked.token).then().statusCode(200);
            }
        }
        given().get("/answer/" + asked.token + "?decision=accept").then().statusCode(400);
        assertStatus(asked, "requested");
        with(sender()).get("/referrals/" + asked.id + "/events").then().body("events.size()", equalTo(1));
    }

    @Test
    void oneAnswerStands() {
        var asked = asked("");
        given().contentType("application/json")
                .body(json("{'decision': 'decline', 'reason': 'no-capacity'}"))
                .post("/answer/" + asked.token)
                .then()
                .statusCode(200)
                .body("status", equalTo("rejected"))
                .body("open", equalTo(false));
        given().contentType("application/json")
                .body(json("{'decision': 'accept'}"))
                .post("/answer/" + asked.token)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-decided"));
        assertStatus(asked, "rejected");
        given().get("/answer/" + asked.token).then().statusCode(200).body("status", equalTo("rejected"));
        with(sender())
                .get("/referrals/" + asked.id + "/events")
                .then()
                .body("events.by", equalTo(List.of("sender", "link")))
                .body("events[1].reason", equalTo("no-capacity"));
    }

    @Test
    void aFormWithoutScriptAnswersToo() {
        var asked = asked("");
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .accept("text/html")
                .formParam("decision", "accept")
                .post("/answer/" + asked.token)
                .then()
                .statusCode(303);
        assertStatus(asked, "accepted");
        given().accept("text/html")
                .get("/answer/" + asked.token)
                .then()
                .statusCode(200)
                .body(containsString("nothing to answer"))
                .body(not(containsString("<form")));
        given().contentType("application/x-www-form-urlencoded")
                .accept("text/html")
                .formParam("decision", "decline")
                .formParam("reason", "other")
                .post("/answer/" + asked.token)
                .then()
                .statusCode(409)
                .body(containsString("answered already"));
    }

    @Test
    void aLinkThatWasUsedStaysClosedThoughTheAcceptanceIsTakenBack() {
        var asked = asked("");
        given().contentType("application/json")
                .body(json("{'decision': 'accept'}"))
                .post("/answer/" + asked.token)
                .then()
                .statusCode(200);
        ReferralForTests.moved(ReferralForTests.provider(), UUID.fromString(asked.id), "received");
        given().get("/answer/" + asked.token)
                .then()
                .body("status", equalTo("received"))
                .body("open", equalTo(false));
        given().contentType("application/json")
                .body(json("{'decision': 'accept'}"))
                .post("/answer/" + asked.token)
                .then()
                .statusCode(409);
        assertStatus(asked, "received");
    }

    @Test
    void aDeclineNeedsAReason() {
        var asked = asked("");
        for (var answer : List.of(
                json("{'decision': 'decline'}"),
                json("{'decision': 'maybe'}"),
                "{}",
                json("{'decision': 'decline', 'reason': null}"))) {
            given().contentType("application/json")
                    .body(answer)
                    .post("/answer/" + asked.token)
                    .then()
                    .statusCode(422);
        }
        given().contentType("application/json")
                .body(json("{'decision': 'decline', 'reason': 'mood'}"))
                .post("/answer/" + asked.token)
                .then()
                .statusCode(400);
        given().contentType("application/x-www-form-urlencoded")
                .accept("text/html")
                .formParam("decision", "decline")
                .formParam("reason", "")
                .post("/answer/" + asked.token)
                .then()
                .statusCode(422)
                .body(containsString("role=\"alert\""));
        assertStatus(asked, "requested");
    }

    @Test
    void thePageIsDiscreetAccessibleAndLoadsNothing() throws Exception {
        var asked = asked(json(
                "%s, 'needs': ['shelter.emergency']",
                person("c4n4ry", Instant.now().plus(Duration.ofDays(1)).toString())));
        var answer = given().accept("text/html").get("/answer/" + asked.token);
        var html = answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asString();
        assertTrue(html.contains("<html lang=\"en\">"));
        assertTrue(html.contains("<title>A request for your organization</title>"), html);
        assertTrue(html.contains("<label for=\"reason\">") && html.contains("id=\"reason\""));
        for (var absent : List.of("c4n4ry", "<script", "http://", "https://", "src=")) {
            assertFalse(html.contains(absent), "the page holds " + absent);
        }
        var style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(html);
        assertTrue(style.find());
        var digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
        answer.then().header("Content-Security-Policy", containsString("style-src 'sha256-" + digest + "'"));
    }

    @Test
    void thePageSpeaksSpanish() {
        var asked = asked("");
        given().accept("text/html")
                .header("Accept-Language", "fr, es-MX;q=0.8, en;q=0.5")
                .get("/answer/" + asked.token)
                .then()
                .header("Content-Language", "es")
                .body(containsString("<html lang=\"es\">"))
                .body(containsString("Tiempo que queda: 2 días"))
                .body(containsString("Aceptar"));
        given().accept("text/html")
                .header("Accept-Language", "es")
                .get("/answer/" + asked.token + "?lang=en")
                .then()
                .body(containsString("Accept<"));
    }

    @Test
    void aLinkEndsWhenTheAnswerWasDue() {
        var asked = asked(json(", 'priority': 'urgent'"));
        given().accept("text/html").get("/answer/" + asked.token).then().body(containsString("Time left: 3 hours and"));
        clock.advance(Duration.ofHours(4));
        given().get("/answer/" + asked.token).then().statusCode(200).body("open", equalTo(false));
        given().contentType("application/json")
                .body(json("{'decision': 'accept'}"))
                .post("/answer/" + asked.token)
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/link-expired"));
        assertStatus(asked, "requested");
    }

    @Test
    void aLinkThatIsNobodysLeadsNowhere() {
        for (var token : List.of("x", "A".repeat(43), "..%2f..", "a".repeat(2000))) {
            assertEquals(
                    404,
                    given().accept("application/json").get("/answer/" + token).statusCode(),
                    token);
            given().accept("text/html")
                    .get("/answer/" + token)
                    .then()
                    .statusCode(404)
                    .contentType("text/html")
                    .body(containsString("This link does not work"));
        }
    }

    @Test
    void anIntroductionIsAnsweredInOneStep() {
        var door = ReferralForTests.service(
                "Quiet door", json(", 'facts': {'contact_preference': {'value': 'introduction'}}"));
        var sent = send(sender(), body(door, "")).statusCode(201).extract();
        var asked = new Asked(sent.path("id"), token(sent.path("answer_url")));
        given().accept("text/html")
                .get("/answer/" + asked.token)
                .then()
                .body(containsString("May someone be introduced to you"));
        given().contentType("application/json")
                .body(json("{'decision': 'accept'}"))
                .post("/answer/" + asked.token)
                .then()
                .statusCode(200)
                .body("status", equalTo("accepted"));
        with(sender())
                .get("/referrals/" + asked.id + "/events")
                .then()
                .body("events.to", equalTo(List.of("draft", "requested", "accepted")));
    }
}
