package org.nowrongdoor.directory.disclosure;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ReferralForTests.sender;
import static org.nowrongdoor.support.ReferralForTests.service;
import static org.nowrongdoor.support.ReferralForTests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** A place that asks people to leave the sex trade, come to chapel and give up the phone, and that works with police who get
 *  the names, as three clients hear of it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ThreeClientsTest {

    private static final String RECORD = """
            , "eligibility": {"attribute": "survivor_of", "in": ["sex_trafficking", "csec"]},
              "facts": {
                "exit_required": {"value": "yes", "as_stated": "Residents leave the life."},
                "religious_participation_required": {"value": "yes", "as_stated": "Chapel is daily."},
                "phone_surrendered": {"value": "yes", "as_stated": "Phones are kept in the office."},
                "law_enforcement_relationship": {"value": "joins_operations", "as_stated": "We ride along with police."},
                "shares_client_data_with_law_enforcement": {"value": "routinely", "as_stated": "We send the police our list."}}""";

    private static final String MINOR = "'age': 16, 'survivor_of': ['csec']";
    private static final String STAYS =
            "'age': 27, 'survivor_of': ['sex_trafficking'], 'trading_sex': 'current', 'wants_to_leave': false";
    private static final String NEEDS_PHONE = "'age': 30, 'survivor_of': ['sex_trafficking'], 'needs_phone': true";

    private static final String LEAVING = "exit_required";
    private static final String PHONE = "phone_surrendered";

    private UUID id = new UUID(0, 0);

    @BeforeEach
    void stored() {
        id = service("Yarrowgate house", RECORD);
        SearchForTests.awaitIndexed();
    }

    private static String read(String accept, String client, String rest) {
        return given().contentType("application/json")
                .accept(accept)
                .body(json("{'q': 'yarrowgate', 'client': {%s}%s}", json(client), json(rest)))
                .post("/search")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private JsonPath preview(String client) {
        return JsonPath.from(with(sender())
                .body(json("{'service_id': '%s', 'client': {%s}}", id, json(client)))
                .post("/referrals/preview")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void eachHearsOfThePoliceBeforeAnythingElse() {
        for (var client : List.of(MINOR, STAYS, NEEDS_PHONE)) {
            var answer = read("application/json", client, "");
            var disclosed = JsonPath.from(answer).<String>getList("hits[0].disclosures.code");
            assertEquals(List.of("law_enforcement"), disclosed);
            assertTrue(answer.indexOf("ride along with police") < answer.indexOf("612-555-0101"), answer);
            assertTrue(answer.indexOf("send the police our list") < answer.indexOf("612-555-0101"), answer);
            assertEquals(disclosed, preview(client).getList("disclosures.code"));
            for (var code : List.of(LEAVING, PHONE, "religious_participation_required")) {
                assertTrue(
                        JsonPath.from(answer).getList("hits[0].conditions.code").contains(code), code);
                assertTrue(preview(client).getList("conditions.code").contains(code), code);
            }
            assertFalse(
                    JsonPath.from(answer).getString("hits[0].match.questions").contains("What do you ask of people"));
        }
    }

    @Test
    void theSixteenYearOldIsToldToAskWhatStaffMustReport() {
        var hit = JsonPath.from(read("application/json", MINOR, ""));
        assertEquals("eligible", hit.getString("hits[0].match.verdict"));
        assertEquals(
                "Do your staff have to report some things? Which ones?",
                hit.getString("hits[0].match.questions[0].text"));
        assertTrue(preview(MINOR).getString("questions[0].text").startsWith("Do your staff have to report"));
    }

    @Test
    void whoTradesSexAndStaysHearsBothSides() {
        var hit = JsonPath.from(read("application/json", STAYS, ""));
        assertEquals("unknown", hit.getString("hits[0].match.verdict"));
        assertEquals(List.of(LEAVING), hit.getList("hits[0].match.conflicts.code"));
        assertEquals("Residents leave the life.", hit.getString("hits[0].match.conflicts[0].as_stated"));
        assertEquals(LEAVING, hit.getString("hits[0].conditions[0].code"));
        assertEquals(List.of(LEAVING), preview(STAYS).getList("conflicts.code"));
    }

    @Test
    void whoNeedsHerPhoneHearsThatFirst() {
        var hit = JsonPath.from(read("application/json", NEEDS_PHONE, ""));
        assertEquals("unknown", hit.getString("hits[0].match.verdict"));
        assertEquals(List.of(PHONE), hit.getList("hits[0].match.conflicts.code"));
        assertEquals(PHONE, hit.getString("hits[0].conditions[0].code"));
        assertEquals(List.of(PHONE), preview(NEEDS_PHONE).getList("conflicts.code"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | self | You have to stop trading sex. | You said that you need your phone.",
                "es | self | Tiene que dejar de intercambiar sexo. | Usted dijo que necesita su teléfono.",
                "en | helper | The person has to stop trading sex. | You said that the person needs their phone.",
                "es | helper | La persona tiene que dejar de intercambiar sexo."
                        + " | Usted dijo que la persona necesita su teléfono."
            })
    void theTextTellsItInBothLanguagesBeforeTheNumber(String lang, String who, String leave, String phone) {
        var rest = ", 'lang': '" + lang + "', 'audience': '" + who + "'";
        var minor = read("text/plain", MINOR, rest).replaceAll("\\s+", " ");
        assertTrue(minor.contains(leave) && minor.indexOf(leave) < minor.indexOf("612-555-0101"), minor);
        assertTrue(minor.indexOf("polic") < minor.indexOf(leave) || minor.contains("law enforcement"), minor);
        var needing = read("text/plain", NEEDS_PHONE, rest).replaceAll("\\s+", " ");
        assertTrue(needing.contains(phone) && needing.indexOf(phone) < needing.indexOf(leave), needing);
    }

    @Test
    void tableAndFhirHoldTheConditions() {
        var table = read("text/csv", STAYS, "");
        assertTrue(table.contains("You have to stop trading sex."), table);
        assertTrue(table.contains("You have to give up your phone."), table);
        var comment = given().get("/fhir/HealthcareService/" + id).jsonPath().getString("comment");
        for (var told : List.of(
                "You have to stop trading sex.", "Chapel is daily.", "They join operations of law enforcement.")) {
            assertTrue(comment.contains(told), comment);
        }
    }
}
