package org.nowrongdoor.referral;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ReferralForTests.ADMIN;
import static org.nowrongdoor.support.ReferralForTests.body;
import static org.nowrongdoor.support.ReferralForTests.person;
import static org.nowrongdoor.support.ReferralForTests.plainService;
import static org.nowrongdoor.support.ReferralForTests.send;
import static org.nowrongdoor.support.ReferralForTests.sender;
import static org.nowrongdoor.support.ReferralForTests.service;
import static org.nowrongdoor.support.ReferralForTests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.ReferralForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SendTest {

    private static final String RULED = """
        , "eligibility": {"attribute": "age", "min": 18, "as_stated": "18 and older"},
          "disclosures": [{"code": "mandated_reporter", "text": "Staff must report some harm to children."}],
          "attributes": [{"link_type": "service_type", "taxonomy_term": {"code": "shelter.emergency"}}]\
        """;

    private static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }

    @Test
    void aPreviewTellsWhatIsAskedBeforeHowToReachTheDoor() {
        var door = service("Ruled door " + UUID.randomUUID(), RULED);
        var answer = with(sender())
                .body(body(door, json(", 'client': {'gender': 'woman'}")))
                .post("/referrals/preview")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("match.verdict", equalTo("unknown"))
                .body("questions.attribute", hasItem("age"))
                .body("disclosures[0].code", equalTo("mandated_reporter"))
                .body("service.phones[0].number", equalTo("612-555-0101"))
                .extract()
                .asString();
        assertTrue(answer.indexOf("Staff must report") < answer.indexOf("612-555-0101"));
        with(sender())
                .queryParam("status", "requested")
                .queryParam("service_id", door)
                .get("/referrals")
                .then()
                .body("total_items", equalTo(0));
    }

    @Test
    void aPreviewTakesTheNeedsOfTheReferralAndRefusesUnknownOnes() {
        var door = service("Ruled door " + UUID.randomUUID(), RULED);
        with(sender())
                .body(json("{'service_id': '" + door + "', 'needs': ['shelter.emergency'], 'client': {'age': 29}}"))
                .post("/referrals/preview")
                .then()
                .statusCode(200);
        with(sender())
                .body(json("{'service_id': '" + door + "', 'needs': ['shelter.emergncy']}"))
                .post("/referrals/preview")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/needs"));
    }

    @Test
    void aReferralIsSentWithSixWordsAndALink() {
        var door = plainService();
        var id = send(sender(), body(door, ""))
                .statusCode(201)
                .header("Location", matchesPattern("/referrals/[0-9a-f-]{36}"))
                .header("Cache-Control", "no-store")
                .body("status", equalTo("requested"))
                .body("client_code", matchesPattern("([a-z]{3,6}-){5}[a-z]{3,6}"))
                .body("expires_at", notNullValue())
                .body("answer_url", matchesPattern("/answer/[\\w-]{43}"))
                .extract()
                .<String>path("id");
        with(sender())
                .get("/referrals/" + id)
                .then()
                .statusCode(200)
                .body("service_id", equalTo(door.toString()))
                .body("priority", equalTo("routine"))
                .body("moves", equalTo(List.of("cancelled", "entered-in-error")))
                .body("person", nullValue());
    }

    @Test
    void disclosuresHaveToBeToldFirst() {
        var door = service("Ruled door", RULED);
        send(sender(), body(door, json(", 'client': {'age': 30}")))
                .statusCode(422)
                .body("type", equalTo("/problems/disclosures-not-acknowledged"))
                .body("disclosures[0].text", equalTo("Staff must report some harm to children."))
                .body("errors[0].pointer", equalTo("/acknowledged"));
        send(sender(), body(door, json(", 'client': {'age': 30}, 'acknowledged': ['mandated_reporter']")))
                .statusCode(201);
    }

    @Test
    void whoeverFailsAHardRuleIsToldAtOnceAndWhereElse() {
        var door = service("Ruled door", RULED);
        service("Other door", """
            , "attributes": [{"link_type": "service_type", "taxonomy_term": {"code": "shelter.emergency"}}]\
            """);
        var known = json(", 'acknowledged': ['mandated_reporter'], 'client': {'age': 16}");
        var problem = send(sender(), body(door, known))
                .statusCode(409)
                .body("type", equalTo("/problems/not-eligible"))
                .body("reasons[0].attribute", equalTo("age"))
                .body("reasons[0].as_stated", equalTo("18 and older"))
                .body("alternatives", notNullValue())
                .body("alternatives.findAll { it.service.phones && !it.service.channels }", hasSize(0))
                .extract()
                .jsonPath();
        // Other doors have numbers of their own; what is said of this one must not give the age back.
        var said = new HashMap<>(problem.getMap("$"));
        said.remove("alternatives");
        assertTrue(!said.toString().contains("16"), said.toString());
        send(sender(), body(door, json("%s, 'override': {'reason': ' '}", known)))
                .statusCode(400);
        var id = send(sender(), body(door, json("%s, 'override': {'reason': 'the director said yes'}", known)))
                .statusCode(201)
                .extract()
                .path("id");
        var seen = with(sender()).get("/referrals/" + id).then().body("overridden", equalTo(true));
        assertTrue(!seen.extract().asString().contains("director"), "nothing is kept without consent");
    }

    /** A generated client that knows no type for it sends nothing of what was said, and a rule would hear of nothing. */
    @Test
    void aClientOfWhomNothingIsSaidIsNotTakenForOneWhoSaidNothing() {
        var door = service("Ruled door", RULED);
        for (var lost : List.of(
                "{}",
                json("{'age': null}"),
                json("{'age': null, 'gender': null}"),
                json("{'age': {}}"),
                json("{'age': {'min': null, 'max': null}}"),
                json("{'children': [{}]}"),
                json("{'children': [{'age': null}, null], 'gender': null}"))) {
            var said = ", \"acknowledged\": [\"mandated_reporter\"], \"client\": " + lost;
            send(sender(), body(door, said))
                    .statusCode(422)
                    .body("type", equalTo("/problems/client-empty"))
                    .body("errors[0].pointer", equalTo("/client"));
            with(sender())
                    .contentType("application/json")
                    .body("{\"service_id\": \"" + door + "\", \"client\": " + lost + "}")
                    .post("/referrals/preview")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/client-empty"));
        }
        for (var lost : List.of("[]", "\"\"", "\"{}\"", "0", "false", "[{\"age\": 10}]")) {
            send(sender(), body(door, ", \"acknowledged\": [\"mandated_reporter\"], \"client\": " + lost))
                    .statusCode(anyOf(equalTo(400), equalTo(422)))
                    .body("errors[0].pointer", equalTo("/client"));
        }
        for (var said : List.of(
                "",
                json(", 'client': null"),
                json(", 'client': {'age': 'prefer_not_to_say'}"),
                json(", 'client': {'children': [], 'age': null}"))) {
            send(sender(), body(door, json(", 'acknowledged': ['mandated_reporter']") + said))
                    .statusCode(201);
        }
    }

    @Test
    void nobodyIsSentWhereNobodyHelps() {
        for (var kind : List.of("report_line", "law", "buyer_programme", "task_force")) {
            send(sender(), body(service("A " + kind, json(", 'kind': '%s'", kind)), ""))
                    .statusCode(409)
                    .body("type", equalTo("/problems/not-referable"));
        }
        var closed = service("Closed door", "");
        with(ADMIN)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(json("{'status': 'inactive'}"))
                .patch("/services/" + closed)
                .then()
                .statusCode(200);
        send(sender(), body(closed, ""))
                .statusCode(409)
                .body("type", equalTo("/problems/not-referable"))
                .body("successors", empty());
        send(sender(), body(UUID.randomUUID(), "")).statusCode(422).body("errors[0].pointer", equalTo("/service_id"));
    }

    @Test
    void personNeedsConsentInFull() {
        var door = plainService();
        send(sender(), body(door, json(", 'person': {'alias': 'Sam'}")))
                .statusCode(422)
                .body("type", equalTo("/problems/consent-required"));
        send(sender(), body(door, json(", 'person': {'alias': 'Sam'}, 'consent': {'method': 'shouted'}")))
                .statusCode(422)
                .body("type", equalTo("/problems/consent-required"))
                .body(
                        "errors.pointer",
                        hasItems("/consent/given_by", "/consent/method", "/consent/to", "/consent/purpose"));
        for (var time : List.of(in(Duration.ofDays(31)), in(Duration.ofMinutes(-1)))) {
            send(sender(), body(door, person("Sam", time)))
                    .statusCode(422)
                    .body("type", equalTo("/problems/consent-required"))
                    .body("errors[0].pointer", equalTo("/consent/expires_at"));
        }
        send(sender(), body(door, person("Sam", in(Duration.ofDays(29))))).statusCode(201);
    }

    @Test
    void aPart2ProgrammeTakesWrittenConsentAlone() {
        var door = service("Part 2 door", json(", 'facts': {'part2_program': {'value': 'yes'}}"));
        var person = person("Sam", in(Duration.ofDays(1)));
        send(sender(), body(door, person.replace("written", "verbal")))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/consent/method"));
        var id = send(sender(), body(door, person)).statusCode(201).extract().path("id");
        with(ReferralForTests.provider())
                .get("/referrals/" + id)
                .then()
                .body("notice", containsString("42 CFR part 2 prohibits"));
    }

    @Test
    void anIntroductionIsAskedForFirst() {
        var door = service("Quiet door", json(", 'facts': {'contact_preference': {'value': 'introduction'}}"));
        var sent = send(sender(), body(door, person("Sam", in(Duration.ofDays(1)))))
                .statusCode(201)
                .body("status", equalTo("draft"))
                .extract();
        var id = sent.<String>path("id");
        with(ReferralForTests.provider()).get("/referrals/" + id).then().body("person", nullValue());
        ReferralForTests.moved(ReferralForTests.provider(), UUID.fromString(id), "requested");
        with(ReferralForTests.provider())
                .get("/referrals/" + id)
                .then()
                .body("person.details.alias", equalTo("Sam-alias"));
    }

    @Test
    void aMutualAidGroupIsNeverSentManyAtOnce() {
        var group = service("Neighbours " + UUID.randomUUID(), """
            , "attributes": [{"link_type": "service_type", "taxonomy_term": {"code": "hr.mutual_aid"}}]\
            """);
        send(sender(), body(group, "")).statusCode(201).body("status", equalTo("draft"));
        send(sender(), body(group, ""))
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-waiting"))
                .body("detail", containsString("at most 1"));
        for (var other : List.of("second", "third")) {
            send(ReferralForTests.key(ReferralForTests.id(other), "referrals:write"), body(group, ""))
                    .statusCode(201);
        }
        send(ReferralForTests.key(ReferralForTests.id("fourth"), "referrals:write"), body(group, ""))
                .statusCode(409);
    }

    @Test
    void theSameKeyAndBodyGiveTheSameAnswer() {
        var key = UUID.randomUUID().toString();
        var body = body(plainService(), json(", 'client': {'age': 30}, 'priority': 'urgent'"));
        var first = with(sender()).header("Idempotency-Key", key).body(body).post("/referrals");
        var again = with(sender()).header("Idempotency-Key", key).body(body).post("/referrals");
        assertEquals(201, first.statusCode(), first.asString());
        assertEquals(201, again.statusCode());
        assertEquals(first.asString(), again.asString());
        again.then().header("Idempotency-Replayed", equalTo("true"));
        first.then().header("Idempotency-Replayed", nullValue());
        with(sender())
                .header("Idempotency-Key", key)
                .body(body.replace("urgent", "routine"))
                .post("/referrals")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        with(ReferralForTests.stranger())
                .header("Idempotency-Key", key)
                .body(body)
                .post("/referrals")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(first.path("id"))));
    }

    @Test
    void anotherPersonUnderTheSameKeyIsRefused() {
        var key = UUID.randomUUID().toString();
        var until = in(Duration.ofDays(1));
        var door = plainService();
        with(sender())
                .header("Idempotency-Key", key)
                .body(body(door, person("Sam", until)))
                .post("/referrals")
                .then()
                .statusCode(201);
        with(sender())
                .header("Idempotency-Key", key)
                .body(body(door, person("Kim", until)))
                .post("/referrals")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void manyAtOnceUnderOneKeyMakeOneReferral() {
        var key = UUID.randomUUID().toString();
        var body = body(plainService(), "");
        var sender = sender();
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> with(sender)
                                .header("Idempotency-Key", key)
                                .body(body)
                                .post("/referrals"),
                        task -> new Thread(task).start()))
                .toList();
        assertEquals(
                1,
                answers.stream()
                        .map(CompletableFuture::join)
                        .map(answer -> {
                            assertEquals(201, answer.statusCode(), answer.asString());
                            return answer.<String>path("id");
                        })
                        .distinct()
                        .count());
    }

    @Test
    void nastyInputIsRefusedWithItsPlace() {
        var door = plainService();
        for (var body : List.of(
                "",
                "null",
                "[]",
                "{}",
                json("{'service_id': 5}"),
                body(door, json(", 'priority': 'now'")),
                body(door, json(", 'client': 'me'")),
                body(door, json(", 'client': {'age': -1}")),
                body(door, json(", 'clinet': {}")),
                body(door, json(", 'lang': 'fr'")),
                body(door, json(", 'respond_by': 'soon'")),
                body(door, json(", 'person': {'contact': [{'channel': 'phone', 'value': ''}]}")),
                body(door, json(", 'acknowledged': [null]")))) {
            var answer = send(sender(), body).extract();
            assertEquals(400, answer.statusCode(), body + " gave " + answer.asString());
            assertEquals("application/problem+json", answer.contentType().split(";", -1)[0]);
        }
        for (var body : List.of(
                body(door, json(", 'respond_by': '2020-01-01T00:00:00Z'")),
                body(door, json(", 'respond_by': '%s'", in(Duration.ofDays(40)))),
                body(door, json(", 'needs': ['shelter.emergncy']")))) {
            send(sender(), body).statusCode(422);
        }
        with(sender())
                .header("Idempotency-Key", "x".repeat(256))
                .body(body(door, ""))
                .post("/referrals")
                .then()
                .statusCode(400);
        with(sender()).queryParam("status", "lost").get("/referrals").then().statusCode(400);
        with(sender()).queryParam("age", "16").get("/referrals").then().statusCode(400);
    }
}
