package org.nowrongdoor.directory.disclosure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ReferralForTests.sender;
import static org.nowrongdoor.support.ReferralForTests.service;
import static org.nowrongdoor.support.ReferralForTests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.search.format.ParagraphFormatter;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** What a place asks of people, and what it does with the police, is told before its number, whoever asks. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BeforeContactTest {

    /** Must leave the trade, chapel every day, no phone, run with police who get the names. */
    private static final String RECORD = """
            , "eligibility": {"attribute": "survivor_of", "in": ["sex_trafficking"], "reason": "funding"},
              "fees_description": "No charge for residents.",
              "required_documents": [{"document": "Letter of a caseworker"}],
              "facts": {
                "exit_required": {"value": "yes", "as_stated": "Residents leave the life.", "source_url": "https://tansy.example/rules", "verified_on": "2026-05-01"},
                "religious_participation_required": {"value": "yes", "as_stated": "Chapel is daily."},
                "phone_surrendered": {"value": "yes", "as_stated": "Phones are kept in the office."},
                "curfew": {"value": "yes"}, "drug_test": {"value": "no"},
                "law_enforcement_relationship": {"value": "joins_operations", "as_stated": "We ride along with police."},
                "shares_client_data_with_law_enforcement": {"value": "routinely"},
                "fees": {"value": "free"}, "survivor_led": {"value": "yes"},
                "max_stay_days": {"value": {"at_least": 90}}, "contact_preference": {"value": "introduction"}}""";

    private static final String STAYS = "'survivor_of': ['sex_trafficking'], 'trading_sex': 'current'";
    private static final String LEAVES = STAYS + ", 'wants_to_leave': true";
    private static final String OTHER = "'survivor_of': ['domestic_violence'], 'trading_sex': 'never'";

    private UUID id = new UUID(0, 0);

    @BeforeEach
    void stored() {
        id = service("Tansyweed house", RECORD);
        SearchForTests.awaitIndexed();
    }

    private static ValidatableResponse search(String accept, String client, String rest) {
        return given().contentType("application/json")
                .accept(accept)
                .body(json("{'q': 'tansyweed', 'client': {%s}%s}", json(client), rest))
                .post("/search")
                .then()
                .statusCode(200);
    }

    private static String read(String accept, String client, String rest) {
        return search(accept, client, rest).extract().asString().replaceAll("\\s+", " ");
    }

    private ValidatableResponse preview(String client) {
        return with(sender())
                .body(json("{'service_id': '%s', 'client': {%s}}", id, json(client)))
                .post("/referrals/preview")
                .then()
                .statusCode(200);
    }

    @Test
    void whoTradesSexAndStaysHearsOfTheContradictionAtOnce() {
        search("application/json", STAYS, "")
                .body(
                        "hits[0].conditions.code",
                        hasItems(
                                "exit_required",
                                "religious_participation_required",
                                "phone_surrendered",
                                "curfew",
                                "max_stay_days"))
                .body("hits[0].conditions.code", not(hasItem("drug_test")))
                .body("hits[0].conditions[0].code", equalTo("exit_required"))
                .body("hits[0].conditions[0].value", equalTo("yes"))
                .body("hits[0].conditions[0].text", equalTo("You have to stop trading sex."))
                .body("hits[0].conditions[0].as_stated", equalTo("Residents leave the life."))
                .body("hits[0].conditions[0].source_url", equalTo("https://tansy.example/rules"))
                .body("hits[0].conditions[0].says", equalTo("source"))
                .body("hits[0].conditions[0].stated_on", equalTo("2026-05-01"))
                .body("hits[0].cost.code", equalTo("free"))
                .body("hits[0].cost.text", equalTo("It is free. No charge for residents."))
                .body("hits[0].led_by", equalTo(List.of("survivor")))
                .body("hits[0].contact_preference", equalTo("introduction"))
                .body("hits[0].required_documents", equalTo(List.of("Letter of a caseworker")))
                .body("hits[0].match.verdict", equalTo("unknown"))
                .body("hits[0].match.conflicts.code", equalTo(List.of("exit_required")))
                .body("hits[0].match.conflicts[0].attribute", equalTo("trading_sex"))
                .body("hits[0].match.conflicts[0].as_stated", equalTo("Residents leave the life."))
                .body("hits[0].match.reasons.find { it.attribute == 'trading_sex' }.outcome", equalTo("unknown"))
                .body(
                        "hits[0].match.reasons.find { it.attribute == 'trading_sex' }.unknown_to",
                        equalTo("provider_decides"))
                .body("hits[0].match.reasons.find { it.attribute == 'survivor_of' }.because", equalTo("funding"))
                .body(
                        "hits[0].match.reasons.find { it.attribute == 'survivor_of' }.text",
                        containsString("Their funding sets this rule."))
                .body("questions", empty());
        preview(STAYS)
                .body("match.verdict", equalTo("unknown"))
                .body("conflicts.code", equalTo(List.of("exit_required")))
                .body("conditions.code", hasItem("phone_surrendered"))
                .body("contact_preference", equalTo("introduction"))
                .body("cost.code", equalTo("free"))
                .body("disclosures.code", equalTo(List.of("law_enforcement")));
    }

    @Test
    void whoWantsToLeaveFitsAndHearsTheConditionsAllTheSame() {
        search("application/json", LEAVES, "")
                .body("hits[0].match.verdict", equalTo("eligible"))
                .body("hits[0].match.conflicts", empty())
                .body("hits[0].conditions.code", hasItem("exit_required"));
        preview(LEAVES).body("match.verdict", equalTo("eligible")).body("conflicts", empty());
    }

    @Test
    void whomARuleTurnsAwayLearnsWhy() {
        search("application/json", OTHER, "")
                .body(
                        "not_eligible.find { it.service.name == 'Tansyweed house' }.reasons[0].because",
                        equalTo("funding"));
        preview(OTHER + ", 'needs_phone': true")
                .body("match.verdict", equalTo("not_eligible"))
                .body("conflicts.code", equalTo(List.of("phone_surrendered")));
    }

    @Test
    void theTextTellsItBeforeTheNumber() {
        for (var lang : List.of("en", "es")) {
            var text = search("text/plain", STAYS, json(", 'lang': '%s'", lang))
                    .extract()
                    .asString();
            assertTrue(text.lines().allMatch(line -> line.length() <= ParagraphFormatter.COLUMNS), text);
            var said = text.replaceAll("\\s+", " ");
            var told = lang.equals("en")
                    ? List.of(
                            "They join operations of law enforcement.",
                            "You said that you trade sex now. They ask people to stop.",
                            "You have to take part in religion.",
                            "Chapel is daily.",
                            "You have to give up your phone.",
                            "Led by survivors. It is free.",
                            "Do not call first. They ask that someone introduces you.",
                            "612-555-0101")
                    : List.of(
                            "Participan en operativos de la policía.",
                            "Usted dijo que intercambia sexo ahora. Allí piden dejarlo.",
                            "Tiene que participar en la religión.",
                            "Chapel is daily.",
                            "Tiene que entregar su teléfono.",
                            "Es gratis.",
                            "No llame primero. Piden que alguien le presente.",
                            "612-555-0101");
            var last = -1;
            for (var each : told) {
                assertTrue(said.indexOf(each) > last, each + " in " + said);
                last = said.indexOf(each);
            }
        }
    }

    @Test
    void theRestIsToldOnRequest() {
        var few = read("text/plain", LEAVES, "");
        assertFalse(few.contains("You have to be back at a set time."), few);
        assertTrue(few.contains("They ask 2 more things."), few);
        var all = read("text/plain", LEAVES, json(", 'detail': 'full'"));
        for (var told : List.of("You have to be back at a set time.", "at least 90 days", "Letter of a caseworker")) {
            assertTrue(all.contains(told), told + " in " + all);
        }
        assertEquals(
                400,
                given().contentType("application/json")
                        .body(json("{'detail': 'all'}"))
                        .post("/search")
                        .statusCode());
    }

    @Test
    void tableAndFhirTellItBeforeTheNumber() {
        for (var client : List.of(STAYS, LEAVES)) {
            var table = read("text/csv", client, "");
            assertTrue(table.indexOf("You have to give up your phone.") > 0, table);
            assertTrue(table.indexOf("You have to give up your phone.") < table.indexOf("612-555-0101"), table);
            assertTrue(table.indexOf("introduction") < table.indexOf("612-555-0101"), table);
        }
        given().get("/fhir/HealthcareService/" + id)
                .then()
                .body("comment", containsString("They join operations of law enforcement."))
                .body("comment", containsString("You have to take part in religion. (Chapel is daily.)"))
                .body("comment", containsString("They ask that someone introduces you first"));
    }

    @Test
    void aWatchedPhoneShowsNoneOfItButThatTheNumberIsNotToBeCalledFirst() {
        search("application/json", STAYS, json(", 'discreet': true"))
                .body("hits[0].conditions", empty())
                .body("hits[0].cost", nullValue())
                .body("hits[0].led_by", empty())
                .body("hits[0].contact_preference", nullValue())
                .body("hits[0].required_documents", empty())
                .body("hits[0].match.conflicts", empty())
                .body("hits[0].disclosures.text", hasItem("Ask first who can introduce you."));
        var text = read("text/plain", STAYS, json(", 'discreet': true"));
        for (var word : List.of("Chapel", "religion", "trading", "free", "survivor")) {
            assertFalse(text.contains(word), word + " in " + text);
        }
        assertTrue(text.indexOf("introduce you") < text.indexOf("612-555-0101"), text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "exit_required, \"'wants_to_leave': false\", wants_to_leave",
                "sobriety_required, \"'substance_use': 'current'\", substance_use",
                "drug_test, \"'substance_use': 'current'\", substance_use",
                "id_required, \"'id': ['none']\", id",
                "religious_participation_required, \"'accepts_religious_activities': false\", accepts_religious_activities",
                "phone_surrendered, \"'needs_phone': true\", needs_phone",
                "work_required, \"'employed': false\", employed",
                "professional_referral_required, \"'referred_by': ['self']\", referred_by",
            })
    void aConflictAsksTheProvider(String fact, String said, String attribute) {
        var rule = json(", 'eligibility': {'all_of': []}, 'facts': {'%s': {'value': '%s'}}", fact, "yes");
        id = service("Contradicted by " + fact, rule);
        preview(said)
                .body("match.verdict", equalTo("unknown"))
                .body("conflicts.code", equalTo(List.of(fact)))
                .body("conflicts.attribute", equalTo(List.of(attribute)))
                .body(
                        "match.reasons.find { it.attribute == '" + attribute + "' }.unknown_to",
                        equalTo("provider_decides"));
        id = service("Contradicted by " + fact, rule.replace("\"yes\"", "\"none_declared\""));
        preview(said).body("match.verdict", equalTo("eligible")).body("conflicts", empty());
    }

    @Test
    void aMinorsFirstQuestionIsWhetherStaffMustReport() {
        id = service("Door for the young", json(", 'eligibility': {'attribute': 'age', 'max': 21}"));
        preview("'age': 16")
                .body("questions.findAll { it.ask == 'provider' }[0].text", containsString("report some things"));
        preview("'age': 19").body("questions.text", not(hasItem(containsString("report some things"))));
        id = service(
                "Door for the young",
                json(
                        ", 'eligibility': {'attribute': 'age', 'max': 21}, 'facts': {'mandated_reporter': {'value': 'yes'}}"));
        preview("'age': 16").body("questions.text", not(hasItem(containsString("report some things"))));
    }

    @Test
    void aStayIsFoundByHowLongItMayLast() {
        for (var stay : List.of("180", "365", "{'at_least': 90}", "'no_limit'", "30")) {
            service(
                    "Betonywort stays " + stay.replaceAll("\\W", ""),
                    json(", 'facts': {'max_stay_days': {'value': %s}}", json(stay)));
        }
        SearchForTests.awaitIndexed();
        var question = "{'q': 'betonywort', 'size': 50, 'unknowns': '%s', 'require': {'facts': {'max_stay_days': %s}}}";
        assertEquals(
                Set.of("Betonywort stays 180", "Betonywort stays 365", "Betonywort stays no_limit"),
                Set.copyOf(SearchForTests.search(json(question, "exclude", 180)).getList("hits.service.name")));
        assertEquals(
                List.of("Betonywort stays no_limit"),
                SearchForTests.search(json(question, "exclude", json("'no_limit'")))
                        .getList("hits.service.name"));
        assertEquals(
                List.of("max_stay_days"),
                SearchForTests.search(json(question, "include", 180))
                        .getList("hits.find { it.service.name == 'Betonywort stays at_least90' }.unknown_facts"));
        assertEquals(
                400,
                given().contentType("application/json")
                        .body(json(question, "include", json("'long'")))
                        .post("/search")
                        .statusCode());
    }
}
