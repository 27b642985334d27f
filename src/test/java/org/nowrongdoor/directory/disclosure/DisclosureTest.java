package org.nowrongdoor.directory.disclosure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ReferralForTests.body;
import static org.nowrongdoor.support.ReferralForTests.send;
import static org.nowrongdoor.support.ReferralForTests.sender;
import static org.nowrongdoor.support.ReferralForTests.service;
import static org.nowrongdoor.support.ReferralForTests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** What facts say of the risks of a call is told before it, in every format, and has to be acknowledged. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DisclosureTest {

    private static final String REPORTER = """
            , "facts": {"mandated_reporter": {"value": "yes", "as_stated": "Our staff are mandated reporters.",
                        "source_url": "https://house.example/rights"}}""";

    private static UUID stored(String name, String rest) {
        var id = service(name, rest);
        SearchForTests.awaitIndexed();
        return id;
    }

    private static ValidatableResponse search(String accept, String rest) {
        return given().contentType("application/json")
                .accept(accept)
                .body(json("{'q': 'umberhythe'%s}", rest))
                .post("/search")
                .then()
                .statusCode(200);
    }

    private static List<String> codes(String name, String rest) {
        var id = stored(name, rest);
        return JsonPath.from(with(sender())
                        .body(json("{'service_id': '%s'}", id))
                        .post("/referrals/preview")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getList("disclosures.code");
    }

    private static String fact(String code, String value) {
        return json(", 'facts': {'%s': {'value': '%s', 'as_stated': 'as said'}}", code, value);
    }

    @ParameterizedTest
    @CsvSource({
        "mandated_reporter, yes, mandated_reporter",
        "law_enforcement_relationship, certification_only, law_enforcement",
        "law_enforcement_relationship, task_force_or_mou, law_enforcement",
        "law_enforcement_relationship, co_located, law_enforcement",
        "law_enforcement_relationship, joins_operations, law_enforcement",
        "law_enforcement_relationship, is_law_enforcement, law_enforcement",
        "shares_client_data_with_law_enforcement, with_consent, law_enforcement",
        "shares_client_data_with_law_enforcement, legal_order_only, law_enforcement",
        "shares_client_data_with_law_enforcement, routinely, law_enforcement",
        "police_report_required, yes, law_enforcement",
        "cooperation_with_law_enforcement_required, yes, law_enforcement",
        "records_kept, yes, records_kept",
        "immigration_status_asked, yes, immigration"
    })
    void aFactGivesItsDisclosure(String code, String value, String disclosure) {
        assertEquals(List.of(disclosure), codes("Told " + code + ' ' + value, fact(code, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "mandated_reporter, no",
        "mandated_reporter, unknown",
        "law_enforcement_relationship, none",
        "law_enforcement_relationship, on_client_request_only",
        "law_enforcement_relationship, unknown",
        "shares_client_data_with_law_enforcement, no",
        "shares_client_data_with_law_enforcement, unknown",
        "records_kept, no",
        "immigration_status_asked, unknown"
    })
    void anUnknownOrHarmlessFactGivesNone(String code, String value) {
        assertEquals(List.of(), codes("Untold " + code + ' ' + value, fact(code, value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"case.benefits", "access.childcare", "legal.custody"})
    void benefitsAndCareOfChildrenGiveANeutralOne(String term) {
        var own = json(", 'attributes': [{'link_type': 'service_type', 'taxonomy_term': {'code': '%s'}}]", term);
        assertEquals(List.of(term.equals("case.benefits") ? "benefits" : "custody"), codes("Told " + term, own));
    }

    @Test
    void statementsThatDifferAreBothTold() {
        var id = stored("Told by two", """
                , "facts": {"records_kept": {"value": "unknown", "statements": [
                    {"value": "no", "as_stated": "We keep nothing.", "source_url": "https://a.example"},
                    {"value": "yes", "as_stated": "Notes are kept for a year.", "source_url": "https://b.example"}]}}""");
        with(sender())
                .body(json("{'service_id': '%s'}", id))
                .post("/referrals/preview")
                .then()
                .body("disclosures.code", equalTo(List.of("records_kept")))
                .body("disclosures[0].as_stated", equalTo("We keep nothing. / Notes are kept for a year."));
    }

    @Test
    void severalFactsOfOneKindAreOneDisclosureAndTheListsWordsWin() {
        var facts = """
                , "facts": {"law_enforcement_relationship": {"value": "co_located", "as_stated": "One building."},
                            "police_report_required": {"value": "yes", "as_stated": "Bring the report."},
                            "records_kept": {"value": "yes", "as_stated": "We keep notes."}}""";
        var id = stored("Told of both", facts);
        with(sender())
                .body(json("{'service_id': '%s'}", id))
                .post("/referrals/preview")
                .then()
                .body("disclosures.code", equalTo(List.of("law_enforcement", "records_kept")))
                .body(
                        "disclosures[0].text",
                        equalTo("They share a building with law enforcement. You need a police report."))
                .body("disclosures[0].as_stated", equalTo("One building. / Bring the report."));
        var listed = stored("Told by the list", facts + """
                , "disclosures": [{"code": "law_enforcement", "text": "Officers work at the front desk."}]""");
        with(sender())
                .body(json("{'service_id': '%s'}", listed))
                .post("/referrals/preview")
                .then()
                .body("disclosures.code", equalTo(List.of("law_enforcement", "records_kept")))
                .body("disclosures[0].text", equalTo("Officers work at the front desk."));
    }

    @Test
    void everyFormatTellsItBeforeTheNumber() {
        var id = stored("Umberhythe house", REPORTER);
        var sentence = "Staff must report some of the things you tell them.";
        search("application/json", "")
                .body("hits[0].disclosures[0].code", equalTo("mandated_reporter"))
                .body("hits[0].disclosures[0].text", containsString(sentence))
                .body("hits[0].disclosures[0].as_stated", equalTo("Our staff are mandated reporters."))
                .body("hits[0].disclosures[0].source_url", equalTo("https://house.example/rights"));
        for (var accept : List.of("text/plain", "text/csv", "application/json", "application/x-ndjson")) {
            var text = search(accept, "").extract().asString().replaceAll("\\s+", " ");
            var told = text.indexOf("must report some of the");
            assertTrue(told >= 0 && told < text.indexOf("612-555-0101"), accept + ": " + text);
        }
        search("application/json", json(", 'lang': 'es'"))
                .body("hits[0].disclosures[0].text", containsString("El personal tiene que avisar"));
        search("application/json", json(", 'discreet': true"))
                .body("hits[0].disclosures[0].code", equalTo("mandated_reporter"))
                .body("hits[0].disclosures[0].as_stated", equalTo(null))
                .body("hits[0].disclosures[0].derived_from", equalTo(null));
        given().get("/services/" + id).then().body("disclosures[0].code", equalTo("mandated_reporter"));
        given().get("/fhir/HealthcareService/" + id).then().body("comment", containsString(sentence));
    }

    @Test
    void aReferralIsNotTakenUntilItWasTold() {
        var id = stored("Told before it is sent", REPORTER);
        send(sender(), body(id, ""))
                .statusCode(422)
                .body("type", equalTo("/problems/disclosures-not-acknowledged"))
                .body("disclosures.code", hasItem("mandated_reporter"));
        send(sender(), body(id, json(", 'acknowledged': ['mandated_reporter']")))
                .statusCode(201);
    }

    @Test
    void aRecordSentBackAsItWasShownKeepsNoneOfThem() {
        var id = stored("Told as long as it holds", REPORTER);
        var shown = given().get("/services/" + id + "?full=true").asString();
        assertTrue(shown.contains("derived_from"), shown);
        replace("/services/" + id, shown.replace("\"value\":\"yes\"", "\"value\":\"no\""))
                .then()
                .statusCode(200)
                .body("disclosures", not(hasItem("mandated_reporter")));
        given().get("/services/" + id).then().body("disclosures", equalTo(null));
        SearchForTests.awaitIndexed();
        with(sender())
                .body(json("{'service_id': '%s'}", id))
                .post("/referrals/preview")
                .then()
                .body("disclosures", empty());
    }
}
