package org.nowrongdoor.exchange.redaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.ChanceDigits;
import org.nowrongdoor.support.StoredText;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RedactionTest {

    private final UUID id = UUID.randomUUID();
    private final int mark = ThreadLocalRandom.current().nextInt(10_000, 90_000);
    private final String house = "7" + mark;
    private final String street = "Quill" + letters(mark);
    private final String latitude = "44." + mark + "1";
    private final String longitude = "93." + mark + "2";

    @Inject
    DataSource source;

    @Test
    void nothingOfAConfidentialAddressIsStored() {
        put("/services/" + id, haven("confidential"))
                .then()
                .statusCode(201)
                .header("X-Redacted", notNullValue())
                .body("location_policy", equalTo("confidential"))
                .body("service_at_locations[0].location.addresses", nullValue())
                .body("service_areas[0].extent", equalTo("27053"))
                .body("service_areas[0].name", equalTo("Hennepin County, MN"))
                .body("phones[0].number", equalTo("612-555-0142"));
        assertNowhere();
    }

    @Test
    void aHiddenServiceTellsItsStateAlone() {
        put("/services/" + id, haven("hidden"))
                .then()
                .statusCode(201)
                .body("service_areas", hasSize(1))
                .body("service_areas[0].extent", equalTo("MN"));
        assertNowhere();
    }

    @Test
    void aPlaceThatBecomesConfidentialIsForgotten() {
        put("/services/" + id, haven("public")).then().statusCode(201).body(containsString(house));
        replace("/services/" + id, haven("public").replace("Find us:", "Ring at " + house + " " + street + " Street:"))
                .then()
                .statusCode(200);
        assertTrue(StoredText.of(source).contains(house));
        editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json("{'location_policy': 'confidential'}"))
                .patch("/services/" + id)
                .then()
                .statusCode(200)
                .body(not(containsString(house)));
        assertNowhere();
        assertTrue(StoredText.of(source).contains("redact"));
    }

    @Test
    void aConfidentialPlaceOfAPublicServiceIsCutFromItsWordsToo() {
        var record = haven("public")
                .replace("\"location_type\"", json("'location_policy': 'confidential', 'location_type'"));
        put("/services/" + id, record).then().statusCode(201).body("location_policy", equalTo("public"));
        assertNowhere();
    }

    @Test
    void theAddressOfAConfidentialServiceIsNotTakenWithThePlaceEither() {
        put("/services/" + id, haven("confidential"));
        var location = locationOf(id);
        replace("/locations/" + location, place(location))
                .then()
                .statusCode(200)
                .body(not(containsString(house)));
        assertNowhere();
    }

    @Test
    void aPublicPlaceWhereAConfidentialServiceMovesInIsForgotten() {
        var location = UUID.randomUUID();
        put("/locations/" + location, place(location)).then().statusCode(201).body(containsString(house));
        put(
                        "/services/" + id,
                        json(
                                "{'name': 'Haven', 'status': 'active', 'location_policy': 'hidden',%s%s",
                                " \"organization\": {\"name\": \"H %s\", \"description\": \"d\"},".formatted(id),
                                " \"service_at_locations\": [{\"location_id\": \"%s\"}]}".formatted(location)))
                .then()
                .statusCode(201);
        assertNowhere();
        given().get("/locations/" + location).then().body("location_policy", equalTo("hidden"));
        var redacted = StoredText.records(source)
                .lines()
                .filter(line -> line.contains("redact") && line.contains(location.toString()));
        assertEquals(1, redacted.count());
    }

    @Test
    void noIdThatWasMadeOfAnAddressIsKept() {
        put("/services/" + id, haven("public")).then().statusCode(201);
        var before = given().get("/services/" + id).jsonPath().getString("phones[0].id");
        editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json("{'location_policy': 'hidden'}"))
                .patch("/services/" + id)
                .then()
                .statusCode(200)
                .body("phones[0].id", not(equalTo(before)));
        assertFalse(StoredText.of(source).contains(before), "the history still has the id");
    }

    @Test
    void aPlaceThatIsWithheldByItselfIsForgottenByWhoeverWroteOfIt() {
        put("/services/" + id, haven("public")).then().statusCode(201);
        var organization = given().get("/services/" + id).jsonPath().getString("organization.id");
        editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json("{'location_policy': 'hidden'}"))
                .patch("/locations/" + locationOf(id))
                .then()
                .statusCode(200);
        assertNowhere();
        editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json("{'description': 'Come to %s %s Street'}").formatted(house, street))
                .patch("/organizations/" + organization)
                .then()
                .statusCode(200);
        assertNowhere();
    }

    private String place(UUID location) {
        return """
                {"id": "%s", "location_type": "physical", "latitude": %s, "longitude": -%s,
                 "addresses": [{"address_1": "%s %s Street", "city": "Minneapolis", "state_province": "MN",
                   "postal_code": "9%d", "country": "US", "address_type": "physical"}]}""".formatted(location, latitude, longitude, house, street, mark);
    }

    private UUID locationOf(UUID service) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(
                        "select location_id from service_at_location where service_id = ?")) {
            statement.setObject(1, service);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getObject(1, UUID.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ofAConfidentialLocationAListOfMembersIsKeptAndNothingElse() {
        put("/locations/" + id, json("""
                {'name': '77 Cottonwood Spur site', 'alternate_name': 'Old mill', 'location_type': 'physical',
                 'location_policy': 'confidential', 'description': 'by the mill', 'transportation': 'bus to the mill',
                 'url': 'https://mill.example', 'latitude': 44.9, 'longitude': -93.2, 'external_identifier': 'mill',
                 'contacts': [{'name': 'Mill Owner'}], 'attributes': [{'label': 'mill', 'value': 'mill'}],
                 'addresses': [{'address_1': '12 Mill Street', 'city': 'Milltown', 'state_province': 'MN',
                   'postal_code': '55401', 'country': 'US', 'address_type': 'physical'}],
                 'languages': [{'name': 'Spanish - mill', 'code': 'es', 'note': 'mill'}],
                 'accessibility': [{'description': 'mill', 'details': 'mill', 'url': 'https://mill.example'}],
                 'schedules': [{'freq': 'WEEKLY', 'byday': 'MO', 'opens_at': '09:00', 'closes_at': '17:00',
                   'description': 'mill', 'notes': 'mill', 'schedule_link': 'https://mill.example'}],
                 'phones': [{'number': '612-555-0142', 'type': 'voice', 'description': 'mill',
                   'languages': [{'code': 'so', 'note': 'mill'}]}]}"""))
                .then()
                .statusCode(201)
                .header("X-Redacted", notNullValue())
                .body("phones[0].number", equalTo("612-555-0142"))
                .body("phones[0].languages[0].code", equalTo("so"))
                .body("location_type", equalTo("physical"));
        var shown = given().get("/locations/" + id).asString();
        assertFalse(shown.matches("(?is).*(?:mill|cottonwood).*"), shown);
        // More is kept than a location of its own shows: hours of the service that is given there.
        var kept = stored(id);
        assertEquals("es", kept.getString("languages[0].code"));
        assertEquals("09:00", kept.getString("schedules[0].opens_at"));
        assertEquals("MO", kept.getString("schedules[0].byday"));
        assertFalse(kept.prettify().matches("(?is).*(?:mill|cottonwood).*"), kept.prettify());
        assertFalse(StoredText.of(source).contains("77 Cottonwood"));
    }

    @Test
    void hoursOfAHiddenLocationTellNoTimeZone() {
        put("/locations/" + id, json("""
                {'location_type': 'physical', 'location_policy': 'hidden', 'schedules': [{'freq': 'WEEKLY', 'byday': 'MO',
                 'opens_at': '09:00', 'closes_at': '17:00', 'timezone': -6}]}""")).then().statusCode(201);
        var kept = stored(id);
        assertEquals("09:00", kept.getString("schedules[0].opens_at"));
        assertNull(kept.get("schedules[0].timezone"));
    }

    /** A location as it lies in the database. */
    private JsonPath stored(UUID location) {
        try (var connection = source.getConnection();
                var select = connection.prepareStatement("select body::text from location where id = ?")) {
            select.setObject(1, location);
            try (var row = select.executeQuery()) {
                row.next();
                return JsonPath.from(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Confidential", "address WITHHELD", "N/A - DV", "Dirección confidencial", "Call for location"})
    void wordsForConfidentialWhereAStreetBelongsMakeThePlaceConfidential(String street) {
        put("/locations/" + id, """
                {"location_type": "physical", "location_policy": "public", "latitude": 44.9, "longitude": -93.2,
                 "addresses": [{"address_1": "%s", "city": "Minneapolis", "state_province": "MN",
                   "postal_code": "55401", "country": "US", "address_type": "physical"}]}""".formatted(street))
                .then()
                .statusCode(201)
                .body("location_policy", equalTo("confidential"));
        given().get("/locations/" + id)
                .then()
                .body("location_policy", equalTo("confidential"))
                .body("latitude", nullValue())
                .body("addresses", nullValue());
    }

    @Test
    void faultsDoNotRepeatAnAddress() {
        var line = haven("confidential")
                .replace("\"MN\", \"postal", "7, \"postal")
                .replace("\"active\"", "\"at " + house + " " + street + " Street\"");
        var run = importLines("?partial=true", line);
        var faults = editor().get(run.jsonPath().getString("faults")).asString();
        assertTrue(faults.contains("/status"), faults);
        assertFalse(faults.contains(house) || faults.contains(street), faults);
        assertNowhere();
    }

    @Test
    void aLessStrictPolicyInAnImportIsNotTaken() {
        put("/services/" + id, haven("confidential"));
        var run = importLines("", haven("public"));
        assertTrue(run.jsonPath().getString("status").equals("completed"), run.asString());
        assertNowhere();
    }

    private void assertNowhere() {
        var text = StoredText.of(source);
        for (var piece : List.of(house, street, latitude, longitude, "9" + mark, "Hexagon-" + mark)) {
            assertFalse(ChanceDigits.isToldIn(text, piece), () -> piece + " stands in " + around(text, piece));
        }
    }

    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> Character.toString(digit - '0' + 'a'))
                .collect(Collectors.joining());
    }

    private static String around(String text, String piece) {
        int at = text.indexOf(piece);
        return text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 120));
    }

    private String haven(String policy) {
        return """
                {"id": "%s", "name": "Haven", "status": "active", "location_policy": "%s",
                 "description": "A house at 7431 Quillback St., Minneapolis, MN 55487. Call 612-555-0142.",
                 "alert": "Find us: https://maps.example.org/?q=7431+Quillback+Street or 44.97651,-93.27612",
                 "organization": {"name": "Havens %s", "description": "Office near 7431 Quillback Street"},
                 "phones": [{"number": "612-555-0142", "description": "front desk, Quillback Street entrance"}],
                 "facts": {"fees": {"value": "free", "as_stated": "free at 7431 Quillback"}},
                 "service_areas": [{"extent": "MN/minneapolis", "extent_type": "text", "name": "Minneapolis, MN"}],
                 "service_at_locations": [{"description": "ring at #7431",
                   "location": {"location_type": "physical", "name": "7431 Quillback Street house", "latitude": 44.97651,
                     "longitude": -93.27612, "transportation": "Bus 5 to Quillback", "external_identifier": "Hexagon-9",
                     "addresses": [{"address_1": "7431 Quillback Street", "city": "Minneapolis", "state_province": "MN",
                       "postal_code": "55487", "country": "US", "address_type": "physical"}]}}]}""".formatted(id, policy, id)
                .replace("7431", house)
                .replace("Quillback", street)
                .replace("44.97651", latitude)
                .replace("93.27612", longitude)
                .replace("55487", "9" + mark)
                .replace("Hexagon-9", "Hexagon-" + mark)
                .replace("\n", " ");
    }
}
