package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.ScenarioServices;
import org.nowrongdoor.support.SearchForTests;

/** What a caller can put before the directory's eyes, and what it says next to its hits. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LensTest {

    @BeforeEach
    void fixtures() {
        ScenarioServices.store();
    }

    private static ValidatableResponse search(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/search")
                .then()
                .statusCode(200);
    }

    @Test
    void lensesAreOffPublishedAndPrintedBack() {
        given().get("/lenses")
                .then()
                .statusCode(200)
                .body(
                        "code",
                        contains(
                                "sex_worker_safety",
                                "trafficking_specialist",
                                "youth_safe_harbor",
                                "low_barrier",
                                "faith_welcome"))
                .body("labels.es", everyItem(notNullValue()));
        search(json("{'where': {'region': '27053'}}")).body("interpreted_as.lens", nullValue());
        search(json("{'where': {'region': '27053'}, 'lens': 'low_barrier'}"))
                .body("interpreted_as.lens.code", equalTo("low_barrier"))
                .body("interpreted_as.lens.requires.facts.sobriety_required", contains("no"));
    }

    @Test
    void aLensLeavesOutWhoIsKnownToFailItAndCountsThem() {
        search(json("{'where': {'place': 'Minneapolis, MN'}, 'lens': 'sex_worker_safety', 'size': 100}"))
                .body("hits.service.name", not(hasItem("FX-B safe house")))
                .body("left_out.by", not(empty()));
    }

    @Test
    void whatALensPrefersComesFirst() {
        var names = search(json("{'where': {'place': 'Minneapolis, MN'}, 'lens': 'sex_worker_safety', 'size': 100}"))
                .extract()
                .jsonPath()
                .getList("hits.service.name", String.class);
        assertTrue(names.indexOf("FX-C drop-in") >= 0, names.toString());
        assertTrue(names.indexOf("FX-C drop-in") < names.indexOf("FX-A shelter"), names.toString());
    }

    @Test
    void whoIsSilentStays() {
        search(json("{'where': {'place': 'Minneapolis, MN'}, 'lens': 'sex_worker_safety', 'size': 100}"))
                .body("hits.service.name", hasItem(containsString("FX-G")));
    }

    @Test
    void aLensNobodyKnowsIsRefusedWithTheNearest() {
        given().contentType(ContentType.JSON)
                .body(json("{'lens': 'low_barier'}"))
                .post("/search")
                .then()
                .statusCode(400)
                .body("detail", containsString("low_barrier"));
    }

    @Test
    void whatSourcesSayOfTheLawStandsBesideTheHitsOfWhomItConcerns() {
        search(json("{'where': {'place': 'St. Paul, MN'}, 'client': {'age': 16, 'trading_sex': 'current'}}"))
                .body("legal_context.jurisdiction", hasItems("MN", "US"))
                .body("legal_context.jurisdiction", not(hasItem("FL")))
                .body("legal_context.source", everyItem(notNullValue()))
                .body("legal_context.note", everyItem(containsString("Not legal advice")))
                .body("legal_context.text", everyItem(not(containsString("cannot be arrested"))));
        search("""
        {"where": {"place": "Tampa, FL"}, "lang": "es", "client": {"age": {"min": 16, "max": 20}, \
        "survivor_of": ["csec"]}}""")
                .body("legal_context.jurisdiction", hasItems("FL", "US"))
                .body("legal_context.note", everyItem(containsString("asesoría legal")));
    }

    @Test
    void aNoteIsToldByAgeOrTopicAndNeverOnAWatchedPhone() {
        search(json("{'where': {'place': 'St. Paul, MN'}, 'client': {'age': 16}}"))
                .body("legal_context.topics.flatten()", hasItem("minor_consent"))
                .body("legal_context.topics.flatten()", not(hasItem("pledge")));
        search(json("{'where': {'place': 'St. Paul, MN'}, 'client': {'trading_sex': 'current'}}"))
                .body("legal_context.topics.flatten()", hasItem("pledge"))
                .body("legal_context.topics.flatten()", not(hasItem("minor_consent")));
        search(json("{'where': {'place': 'St. Paul, MN'}, 'client': {'pets': ['dog']}}"))
                .body("legal_context", empty());
        search(json("{'where': {'place': 'St. Paul, MN'}, 'client': {'age': 40, 'trading_sex': 'current'}}"))
                .body("legal_context.age_max", everyItem(nullValue()));
        search("""
        {"where": {"place": "St. Paul, MN"}, "discreet": true, "client": {"age": 16, \
        "trading_sex": "current"}}""").body("legal_context", empty());
    }

    @Test
    void wordingForWhoeverShowsResultsPromisesNothing() {
        given().queryParam("lang", "es")
                .get("/safety")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("lang", equalTo("es"))
                .body("device.source", everyItem(equalTo("techsafety.org")))
                .body("device.code", hasItem("traces"))
                .body("emergency.text", containsString("número de emergencia"));
        given().queryParam("lang", "fr").get("/safety").then().statusCode(400);
    }

    @Test
    void aDoorStaysOpenWhateverIsAsked() {
        search("""
        {"q": "zzzzqqqq", "where": {"region": "AK"}, "unknowns": "exclude", "client": {"age": 3}, \
        "require": {"facts": {"curfew": "yes"}, "law_enforcement_at_most": "none", \
        "verified_within_days": 1}}""").body("hits", empty()).body("next_steps", not(empty()));
    }

    @Test
    void closedRecordsAreFoundWhenTheyAreAskedFor() {
        given().queryParam("status", "defunct")
                .get("/search")
                .then()
                .statusCode(200)
                .body("hits.service.status", everyItem(equalTo("defunct")));
    }

    @Test
    void nothingInAListIsNull() {
        given().contentType(ContentType.JSON)
                .body(json("{'needs': [null]}"))
                .post("/search")
                .then()
                .statusCode(400)
                .body("detail", containsString("/needs/0"));
    }

    @Test
    void aPlaceThatMayBeSeveralIsReadOutAsSuch() {
        var text = SearchForTests.spoken(json("{'where': {'place': 'Springfield'}}"));
        assertTrue(text.contains("\"Springfield\" may be one of these places: Springfield, MO;"), text);
        var unknown = SearchForTests.spoken(json("{'where': {'postal_code': '00000'}, 'lang': 'es'}"));
        assertTrue(unknown.contains("No conocemos el lugar \"00000\"."), unknown);
    }

    @Test
    void aPhonesReachIsToldApartFromADoorNearby() {
        search(json("{'where': {'place': 'Minneapolis, MN'}, 'needs': ['substance.naloxone']}"))
                .body("hits.find { it.service.name == 'FX-C drop-in' }.reach", contains("area", "site"));
        search(json("{'where': {'place': 'Wausau, WI'}, 'needs': ['legal.representation']}"))
                .body("hits.find { it.service.name == 'FX-F legal clinic' }.reach", contains("area"));
        search(json("{'needs': ['legal.representation']}"))
                .body("hits.find { it.service.name == 'FX-F legal clinic' }.reach", nullValue());
    }
}
