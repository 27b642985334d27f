package org.nowrongdoor.exchange.vetting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.nowrongdoor.exchange.vetting.VettedOrganization.key;
import static org.nowrongdoor.exchange.vetting.VettedOrganization.with;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SettableClock;

/** What others say of an organisation is told neutrally, after it could reply, and an unknown is never a no. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class VettingTest {

    private static final Duration REPLY_TIME = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(367);
    private static final String HEARS = "answers.find { it.question == 'willing_to_hear_community' }";
    private static final String YES = "{'answers': [{'question': 'willing_to_hear_community', 'value': 'yes',"
            + " 'as_stated': 'They listen.', 'evidence': [{'source_url': 'https://news.example/a',"
            + " 'seen_on': '2026-01-02'}]}]}";

    @Inject
    SettableClock clock;

    private VettedOrganization house;
    private String vetter;

    @BeforeEach
    void store() {
        house = VettedOrganization.stored("");
        vetter = key("directory:vet");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aFileOfWhichNothingIsKnownSaysUnknownToEveryQuestion() {
        house.file()
                .body("organization_id", equalTo(house.id().toString()))
                .body("answers", hasSize(8))
                .body("answers.value", everyItem(equalTo("unknown")))
                .body("answers.statements.flatten()", empty())
                .body("concerns", empty())
                .body("note", containsString("does not mean that there is none"));
        given().get(house.path() + "?lang=es").then().body("answers[0].text", containsString("¿Ayuda"));
        given().get(house.path() + "?lang=fr").then().statusCode(400);
        given().get("/organizations/" + UUID.randomUUID() + "/vetting").then().statusCode(404);
    }

    @Test
    void anAnswerIsShownAfterTheTimeToReplyAndForAYear() {
        house.say(vetter, YES)
                .then()
                .statusCode(201)
                .body(HEARS + ".value", equalTo("unknown"))
                .body(HEARS + ".statements.value", hasItem("yes"));
        house.file().body(HEARS + ".value", equalTo("unknown")).body(HEARS + ".statements", empty());
        clock.advance(REPLY_TIME);
        house.file()
                .body(HEARS + ".value", equalTo("yes"))
                .body(HEARS + ".statements[0].as_stated", equalTo("They listen."))
                .body(HEARS + ".statements[0].evidence[0].source_url", equalTo("https://news.example/a"))
                .body(HEARS + ".statements[0].evidence[0].seen_on", equalTo("2026-01-02"));
        // Said again it keeps its first day, so that it does not go dark for another month.
        house.say(vetter, YES).then().statusCode(201);
        house.file().body(HEARS + ".value", equalTo("yes")).body(HEARS + ".statements", hasSize(1));
        clock.advance(YEAR);
        house.file().body(HEARS + ".value", equalTo("unknown")).body(HEARS + ".statements", empty());
    }

    @Test
    void whereTwoDisagreeItIsUnknownAndBothAreTold() {
        house.say(vetter, YES).then().statusCode(201);
        var other = key("directory:vet");
        house.say(other, YES.replace("'yes'", "'no'")).then().statusCode(201);
        clock.advance(REPLY_TIME);
        house.file().body(HEARS + ".value", equalTo("unknown")).body(HEARS + ".statements.value", hasSize(2));
        house.say(other, "{'answers': [{'question': 'willing_to_hear_community', 'value': 'unknown'}]}")
                .then()
                .statusCode(201);
        clock.advance(REPLY_TIME);
        house.file().body(HEARS + ".value", equalTo("yes")).body(HEARS + ".statements.value", hasItem("unknown"));
        house.say(other, "{'answers': [{'question': 'willing_to_hear_community', 'value': null}]}")
                .then()
                .statusCode(201)
                .body(HEARS + ".statements.value", not(hasItem("unknown")));
    }

    @Test
    void aConcernNeedsTwoOrganisationsAndTimeToReply() {
        var concern = house.filed(vetter, "They spoke for a law.");
        house.review(vetter, concern, "confirm").then().statusCode(200).body("concerns[0].status", equalTo("waiting"));
        clock.advance(REPLY_TIME);
        house.file().body("concerns", empty());
        house.wholeFile().body("concerns.status", hasItem("waiting")).body("concerns[0].shown_from", nullValue());
        house.review(key("directory:vet"), concern, "confirm")
                .then()
                .statusCode(200)
                .body("concerns[0].status", equalTo("replying"))
                .body("concerns[0].reviews", hasSize(2));
        house.file().body("concerns", empty());
        clock.advance(REPLY_TIME);
        house.file()
                .body("concerns[0].id", equalTo(concern))
                .body("concerns[0].code", equalTo("demand_reduction"))
                .body("concerns[0].says", equalTo("They spoke for a law."))
                .body("concerns[0].evidence[0].source_url", equalTo("https://news.example/law"))
                .body("concerns[0].status", equalTo("shown"))
                .body("concerns[0].reply", nullValue());
        house.review(vetter, concern, "reject").then().statusCode(200);
        house.file().body("concerns", empty());
        house.wholeFile().body("concerns[0].status", equalTo("lapsed")).body("concerns[0].review_on", nullValue());
    }

    @Test
    void twoKeysOfOneOrganisationAreOneReviewer() {
        var same = UUID.randomUUID();
        var concern = house.filed(key(same, "directory:vet"), "They spoke for a law.");
        house.review(key(same, "directory:vet"), concern, "confirm")
                .then()
                .statusCode(200)
                .body("concerns[0].reviews", hasSize(1));
        clock.advance(REPLY_TIME);
        house.file().body("concerns", empty());
        // Nor are two keys without organisation.
        var operators = house.filed("nwd_admin-of-the-tests", "It is said.");
        String staff = with("nwd_admin-of-the-tests")
                .body(json("{'name': 'staff', 'scopes': ['directory:vet']}"))
                .post("/keys")
                .path("key");
        house.review(staff, operators, "confirm").then().statusCode(200);
        clock.advance(REPLY_TIME);
        house.file().body("concerns", empty());
    }

    @Test
    void aConcernIsShownForAYearAfterTheSecondLookedLast() {
        var concern = house.filed(vetter, "They spoke for a law.");
        var other = key("directory:vet");
        house.review(other, concern, "confirm").then().statusCode(200);
        clock.advance(YEAR);
        house.file().body("concerns", empty());
        house.review(vetter, concern, "confirm").then().statusCode(200);
        house.file().body("concerns", empty());
        house.review(other, concern, "confirm").then().statusCode(200);
        house.file().body("concerns.id", hasItem(concern));
    }

    @Test
    void theProviderSeesItFirstAndReplies() {
        var concern = house.filed(vetter, "They spoke for a law.");
        var token = house.token();
        given().get("/provider/" + token + "/vetting").then().statusCode(200).body("concerns", empty());
        assertEquals(404, house.reply(token, concern, "'Too early.'").statusCode());
        house.say(vetter, YES);
        house.review(key("directory:vet"), concern, "confirm");
        given().get("/provider/" + token + "/vetting?lang=es")
                .then()
                .statusCode(200)
                .body("concerns[0].status", equalTo("replying"))
                .body("answers.statements.flatten().value", hasItem("yes"));
        house.reply(token, concern, "'Another law.'")
                .then()
                .statusCode(200)
                .body("concerns[0].reply.text", equalTo("Another law."));
        clock.advance(Duration.ofDays(14));
        house.file().body("concerns", empty());
        clock.advance(REPLY_TIME);
        house.file().body("concerns[0].reply.text", equalTo("Another law."));
        house.reply(house.token(), concern, "null").then().statusCode(200).body("concerns[0].reply", nullValue());
        house.file().body("concerns[0].reply", nullValue());
    }

    @Test
    void noLinkOfAnotherReplies() {
        var concern = house.filed(vetter, "They spoke for a law.");
        house.review(key("directory:vet"), concern, "confirm");
        var stranger = VettedOrganization.stored("");
        assertEquals(404, house.reply(stranger.token(), concern, "'x'").statusCode());
        assertEquals(404, stranger.reply(stranger.token(), concern, "'x'").statusCode());
        assertEquals(404, stranger.reply(house.token(), concern, "'x'").statusCode());
        assertEquals(404, house.reply("nonsense", concern, "'x'").statusCode());
        assertEquals(422, house.reply(house.token(), concern, "'  '").statusCode());
        assertEquals(
                400,
                house.reply(house.token(), concern, "'" + "x".repeat(2001) + "'")
                        .statusCode());
    }

    @Test
    void anOrganisationDoesNotVetItself() {
        var own = key(house.id(), "directory:vet");
        var concern = house.filed(vetter, "They spoke for a law.");
        house.say(own, YES).then().statusCode(403).body("detail", containsString("reply"));
        assertEquals(403, house.review(own, concern, "reject").statusCode());
        assertEquals(403, with(own).delete(house.path() + "/" + concern).statusCode());
        with(own).get(house.path()).then().body("concerns", empty());
        assertEquals(403, house.say(key("directory:approve"), YES).statusCode());
        assertEquals(
                401,
                given().contentType("application/json")
                        .body(json(YES))
                        .post(house.path())
                        .statusCode());
    }

    @Test
    void whoFiledAConcernDeletesIt() {
        var concern = house.filed(vetter, "They spoke for a law.");
        var path = house.path() + "/" + concern;
        assertEquals(404, with(key("directory:vet")).delete(path).statusCode());
        assertEquals(204, with(vetter).delete(path).statusCode());
        assertEquals(404, with(vetter).delete(path).statusCode());
        house.wholeFile().body("concerns", empty());
        var other = house.filed(vetter, "They spoke for a law.");
        assertEquals(
                404,
                editor().delete(VettedOrganization.stored("").path() + "/" + other)
                        .statusCode());
        assertEquals(204, editor().delete(house.path() + "/" + other).statusCode());
    }

    @Test
    void noTextTellsAnAddress() {
        var shelter = VettedOrganization.stored("'location_policy': 'confidential',".replace('\'', '"'));
        var line = "The house is at 4711 Quillback Street.";
        shelter.say(
                        vetter,
                        YES.replace("They listen.", line)
                                .replace("'seen_on'", "'as_stated': '" + line + "', 'seen_on'"))
                .then()
                .statusCode(201);
        var concern = shelter.filed(vetter, line);
        shelter.review(key("directory:vet"), concern, "confirm");
        shelter.reply(shelter.token(), concern, "'" + line + "'").then().statusCode(200);
        clock.advance(REPLY_TIME);
        var file = shelter.file().body("concerns", hasSize(1)).extract().asString();
        assertFalse(file.contains("Quillback"), file);
        assertFalse(file.contains("4711"), file);
        shelter.say(vetter, YES.replace("https://news.example/a", "https://maps.google.com/?q=44.97,-93.26"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/answers/0/evidence/0/source_url"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 |",
                "{'answers': [], 'concerns': null} | 422 |",
                "{'answers': [{'question': 'willing_to_hear_comunity', 'value': 'yes'}]} | 400 | willing_to_hear_community",
                "{'answers': [{'question': 'willing_to_hear_community', 'value': 'maybe'}]} | 400 | unknown",
                "{'answers': [{'question': 'willing_to_hear_community', 'value': true}]} | 400 |",
                "{'answers': [{'value': 'unknown'}]} | 400 | question",
                "{'answers': [{'question': 'willing_to_hear_community', 'value': 'no'}]} | 422 | evidence",
                "{'answers': [{'question': 'willing_to_hear_community', 'value': 'no', 'evidence': [{}]}]} | 422 | source_url",
                "{'answers': [{'question': 'willing_to_hear_community', 'value': 'unknown'},"
                        + " {'question': 'willing_to_hear_community', 'value': 'unknown'}]} | 422 | once",
                "{'answers': [{'question': 'willing_to_hear_community', 'value': 'no',"
                        + " 'evidence': [{'source_url': 'ftp://x.example'}]}]} | 422 | http",
                "{'answers': [{'question': 'willing_to_hear_community', 'value': 'no',"
                        + " 'evidence': [{'as_stated': 'x', 'seen_on': '2999-01-01'}]}]} | 422 | today",
                "{'answers': [{'question': 'willing_to_hear_community', 'value': 'no',"
                        + " 'evidence': [{'as_stated': 'x', 'seen_on': 'soon'}]}]} | 400 |",
                "{'answers': [null]} | 400 |",
                "{'answers': [{'question': 'willing_to_hear_community', 'value': 'no', 'evidence': [null]}]} | 400 |",
                "{'concerns': [{'code': 'demand_reduction', 'says': 'x'}]} | 422 | source_url",
                "{'concerns': [{'code': 'demand_reduction', 'says': 'x', 'evidence': [{'as_stated': 'x'}]}]} | 422 | source_url",
                "{'concerns': [{'code': 'demand_reduction', 'says': ' ',"
                        + " 'evidence': [{'source_url': 'https://x.example'}]}]} | 422 | word",
                "{'concerns': [{'code': 'demand', 'says': 'x'}]} | 400 | demand_reduction",
                "{'concerns': [{'says': 'x'}]} | 400 | code",
                "{'concerns': [{'code': 'other', 'says': 'a\\u202eb',"
                        + " 'evidence': [{'source_url': 'https://x.example'}]}]} | 400 |",
                "{'answers': {}} | 400 |",
                "{'answers': 'x'} | 400 |",
                "{'concerns': [{'code': 1, 'says': 'x'}]} | 400 |",
                "{'concerns': [{'code': 'other', 'says': ['x']}]} | 400 |",
                "{'concerns': [{'code': 'other', 'says': 'a\\u0000b'}]} | 400 |",
                "{'concerns': [{'code': 'other', 'code': 'other', 'says': 'x'}]} | 400 |",
                "{'concerns': [{}, {}, {}, {}, {}, {}]} | 400 | 5",
                "{'answers': [{}, {}, {}, {}, {}, {}, {}, {}, {}]} | 400 | 8",
                "{'concern': []} | 400 | concerns",
                "[] | 400 |"
            })
    void whatCannotBeMeantIsRefused(String body, int status, String told) {
        house.say(vetter, body).then().statusCode(status).body(containsString(told == null ? "" : told));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "https://user@news.example/",
                "https://maps.app.goo.gl/x",
                "https://bit.ly/x",
                "https://news.example/4711-quillback-street",
                "https://news.example/?lat=44.97&lon=-93.26",
                "news.example"
            })
    void noSourceLeadsToAPlaceOrIsNoAddress(String url) {
        house.say(vetter, YES.replace("https://news.example/a", url))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/answers/0/evidence/0/source_url"));
    }

    @Test
    void aWrongIdIsToldAsSuch() {
        assertEquals(
                404,
                with(vetter)
                        .body(json(YES))
                        .post("/organizations/" + UUID.randomUUID() + "/vetting")
                        .statusCode());
        assertEquals(
                404,
                house.review(vetter, UUID.randomUUID().toString(), "confirm").statusCode());
        assertEquals(400, house.review(vetter, "x", "confirm").statusCode());
        assertEquals(
                400, house.review(vetter, UUID.randomUUID().toString(), "agree").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'says': 'X'", "'as_stated': 'X'"})
    void aTextIsBounded(String member) {
        var concern = "{'concerns': [{'code': 'other', 'says': 'x', 'evidence': [{'source_url': 'https://x.example',"
                + " 'as_stated': 'x'}]}]}";
        var name = member.substring(0, member.indexOf(':'));
        var tooLong = concern.replaceFirst(name + ": 'x'", member.replace("X", "x".repeat(1001)));
        house.say(vetter, tooLong).then().statusCode(400);
    }

    @Test
    void whatOneVetterSaysOfOneOrganisationIsBounded() {
        for (int i = 0; i < 5; i++) {
            house.filed(vetter, "x");
        }
        house.say(
                        vetter,
                        "{'concerns': [{'code': 'other', 'says': 'x',"
                                + " 'evidence': [{'source_url': 'https://x.example'}]}]}")
                .then()
                .statusCode(409)
                .body("detail", containsString("5"));
        house.filed(key("directory:vet"), "x");
    }
}
