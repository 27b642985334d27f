package org.nowrongdoor.exchange.provider;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.DirectoryForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.support.SettableClock;

/** What a provider states of itself stands next to what sources say, and neither writes over the other. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class StatementTest {

    private static final Duration YEAR_AND_A_DAY = Duration.ofDays(367);

    private final UUID id = UUID.randomUUID();
    private String link = "";

    @Inject
    SettableClock clock;

    @Inject
    StatementExpiryJob expiry;

    private static RequestSpecification admin() {
        return given().auth().oauth2("nwd_admin-of-the-tests").contentType("application/json");
    }

    private String record(String facts) {
        return """
                {"id": "%s", "name": "Yarrowby house", "status": "active", "location_policy": "confidential",
                 "phones": [{"number": "612-555-0188", "type": "voice"}], "eligibility": {"all_of": []},
                 "organization": {"id": "%s", "name": "Yarrowby trust", "description": "It helps."}%s}""".formatted(id, UUID.nameUUIDFromBytes(new byte[] {7}), facts);
    }

    private static final String SOURCE = """
            , "facts": {"exit_required": {"value": "yes", "as_stated": "Residents must leave the trade.",
                "source_url": "https://news.example/yarrowby", "verified_on": "2026-02-03"}}""";

    @BeforeEach
    void invited() {
        admin().body(record(SOURCE)).put("/services/" + id).then().statusCode(201);
        String url = admin().body("{\"valid_days\": 90}")
                .post("/services/" + id + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        link = url.replaceFirst(".*(/provider/[^/]+)/page", "$1") + "/statement";
    }

    @AfterEach
    void gone() {
        clock.reset();
        admin().header("If-Match", "*").delete("/services/" + id);
    }

    private ValidatableResponse state(String facts) {
        return given().contentType("application/json")
                .body(json("{'facts': {%s}}", json(facts)))
                .put(link)
                .then();
    }

    private ValidatableResponse shown() {
        return given().get("/services/" + id).then().statusCode(200);
    }

    private static JsonPath hit(String rest) {
        SearchForTests.awaitIndexed();
        return SearchForTests.search(json("{'q': 'yarrowby', 'client': {'trading_sex': 'current'}%s}", rest));
    }

    @Test
    void bothSidesStandAndTheValueIsUnknown() {
        state("'exit_required': {'value': 'none_declared', 'as_stated': 'We ask nobody to leave.'}")
                .statusCode(200)
                .body("facts.exit_required.value", equalTo("none_declared"))
                .body("others.exit_required[0].value", equalTo("yes"));
        shown().body("facts.exit_required.value", equalTo("unknown"))
                .body("facts.exit_required.statements.says", equalTo(List.of("source", "provider")))
                .body("facts.exit_required.statements[1].as_stated", equalTo("We ask nobody to leave."))
                .body("facts.exit_required.as_stated", equalTo("Residents must leave the trade."));
        var page = hit("");
        assertEquals(List.of("yes", "none_declared"), page.getList("hits[0].conditions.value"));
        assertEquals(List.of("source", "provider"), page.getList("hits[0].conditions.says"));
        assertEquals(List.of("exit_required"), page.getList("hits[0].match.conflicts.code"));
        assertEquals("unknown", page.getString("hits[0].match.verdict"));
        assertTrue(hit(json(", 'unknowns': 'exclude', 'require': {'facts': {'exit_required': 'no'}}"))
                .getList("hits")
                .isEmpty());
    }

    @Test
    void anImportAndAnEditLeaveTheProvidersWord() {
        state("'exit_required': {'value': 'no'}, 'mandated_reporter': {'value': 'yes'}")
                .statusCode(200);
        admin().header("If-Match", "*")
                .body(record(SOURCE))
                .put("/services/" + id)
                .then()
                .statusCode(200);
        DirectoryForTests.importLines("?source=tests", record(SOURCE).replace("\n", " "));
        shown().body("facts.exit_required.statements.says", equalTo(List.of("source", "provider")))
                .body("facts.mandated_reporter.value", equalTo("yes"))
                .body("disclosures.code", hasItem("mandated_reporter"));
        state("'exit_required': null, 'mandated_reporter': null")
                .statusCode(200)
                .body("facts.size()", equalTo(0));
        shown().body("facts.exit_required.value", equalTo("yes"))
                .body("facts.exit_required.statements.says", equalTo(List.of("source")))
                .body("disclosures", nullValue());
    }

    @Test
    void whereBothAgreeTheValueStands() {
        state("'exit_required': {'value': 'yes'}, 'sobriety_required': {'value': 'none_declared'}")
                .statusCode(200);
        shown().body("facts.exit_required.value", equalTo("yes"))
                .body("facts.sobriety_required.value", equalTo("none_declared"));
        var asked = hit(json(", 'unknowns': 'exclude', 'require': {'facts': {'sobriety_required': 'no'}}"));
        assertEquals(List.of("Yarrowby house"), asked.getList("hits.service.name"));
    }

    @Test
    void aStatementExpiresAfterAYear() {
        state("'exit_required': {'value': 'no'}, 'drug_test': {'value': 'yes'}").statusCode(200);
        shown().body("facts.exit_required.value", equalTo("unknown"));
        assertTrue(hit("").getList("hits[0].conditions.code").contains("drug_test"));
        clock.advance(YEAR_AND_A_DAY);
        expiry.follow();
        shown().body("facts.exit_required.value", equalTo("yes")).body("facts.drug_test.value", equalTo("unknown"));
        assertEquals(List.of("exit_required"), hit("").getList("hits[0].conditions.code"));
    }

    @Test
    void whatReadsLikeAnAddressIsCutFromItsWords() {
        state("'curfew': {'value': 'yes', 'as_stated': 'Be back at 1420 Larkspur Street by ten.'}")
                .statusCode(200);
        for (var path : List.of("/services/" + id, link, "/fhir/HealthcareService/" + id)) {
            assertFalse(given().get(path).asString().contains("Larkspur"), path);
        }
        assertFalse(hit("").prettify().contains("Larkspur"));
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsRefused() {
        state("'exit_requird': {'value': 'no'}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/facts/exit_requird"))
                .body("detail", containsString("exit_required"));
        state("'exit_required': {'value': 'perhaps'}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/facts/exit_required/value"));
        given().get("/provider/no-such-link/statement").then().statusCode(404);
        shown().body("facts.exit_required.statements", nullValue());
    }

    @Test
    void whatIsTypedFreelyIsShort() {
        var words = String.join(",", Collections.nCopies(101, "'somali'"));
        state("'culturally_specific': {'value': [%s]}".formatted(words))
                .statusCode(422)
                .body("detail", containsString("at most 100 texts of at most 200 characters"));
        state("'culturally_specific': {'value': ['%s']}".formatted("x".repeat(201)))
                .statusCode(422);
        state("'funding_restriction': {'value': '%s'}".formatted("x".repeat(2_001)))
                .statusCode(422);
        state("'culturally_specific': {'value': ['somali']}").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"group=%zz", "group=choice&exit_required=%", "%4=x", "group=%c0%af"})
    void aFormThatCannotBeDecodedIsRefused(String form) {
        for (var path : List.of(link, link.replace("statement", "page"), "/answer/x")) {
            given().contentType("application/x-www-form-urlencoded")
                    .body(form)
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body("detail", startsWith("the form "));
        }
    }

    @Test
    void thePageAsksPlainQuestionsAndSavesOnePartAtATime() {
        var page = given().accept("text/html")
                .queryParam("lang", "es")
                .get(link)
                .then()
                .statusCode(200);
        page.body(containsString("¿Hay que dejar de intercambiar sexo para recibir ayuda?"))
                .body(containsString("Residents must leave the trade."));
        given().redirects()
                .follow(false)
                .formParam("group", "choice")
                .formParam("exit_required", "no")
                .formParam("exit_required.words", "Nobody has to leave.")
                .post(link)
                .then()
                .statusCode(303);
        given().redirects()
                .follow(false)
                .formParam("group", "stay")
                .formParam("max_stay_days.typed", "at least 30")
                .post(link)
                .then()
                .statusCode(303);
        given().redirects()
                .follow(false)
                .formParam("group", "police")
                .formParam("law_enforcement_purposes", "task_force", "funding")
                .post(link)
                .then()
                .statusCode(303);
        given().accept("application/json")
                .get(link)
                .then()
                .body("facts.exit_required.as_stated", equalTo("Nobody has to leave."))
                .body("facts.max_stay_days.value.at_least", equalTo(30))
                .body("facts.law_enforcement_purposes.value", hasItems("task_force", "funding"))
                .body("questions.code", hasItems("choice", "police", "money"));
        given().accept("text/html").get(link).then().body(containsString("Nobody has to leave."));
        given().formParam("group", "stay")
                .formParam("max_stay_days.typed", "a while")
                .post(link)
                .then()
                .statusCode(422)
                .body(not(containsString("\"type\"")));
    }

    @Test
    void aFormOfOlderAnswersTakesNoneBack() {
        var page = given().accept("text/html").get(link).asString();
        // The first part is the one about leaving.
        var seen = page.replaceFirst("(?s).*?name=\"seen\" value=\"([^\"]+)\".*", "$1");
        state("'exit_required': {'value': 'no'}").statusCode(200);
        given().queryParam("lang", "es")
                .formParam("group", "choice")
                .formParam("seen", seen)
                .formParam("exit_required", "")
                .post(link)
                .then()
                .statusCode(409)
                .body(containsString("Otra persona"));
        given().accept("application/json").get(link).then().body("facts.exit_required.value", equalTo("no"));
    }
}
