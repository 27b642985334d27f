package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.DirectoryForTests;
import org.nowrongdoor.support.SearchForTests;

/** Where a service says nothing, what stands at its locations counts, in every answer alike. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ServiceAtLocationSearchTest {

    private static final String AREA =
            "'service_areas': [{'name': 'Hennepin County', 'extent': '27053', 'extent_type': 'text'}]";
    private static final String ALWAYS = schedule("MO,TU,WE,TH,FR,SA,SU", "00:00", "23:59");
    private static final String MONDAYS = schedule("MO", "09:00", "17:00");
    private static final String PHONE = "'phones': [{'number': '612-555-0177', 'type': 'voice'}]";

    private static String schedule(String days, String opens, String closes) {
        return "'schedules': [{'freq': 'WEEKLY', 'byday': '%s', 'opens_at': '%s', 'closes_at': '%s'}]"
                .formatted(days, opens, closes);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String at(String name, String pair, String location) {
        return "{'id': '%s'%s, 'location': {'id': '%s', 'location_type': 'physical', 'name': '%s site'%s}}"
                .formatted(id(name + " pair"), comma(pair), id(name + " site"), name, comma(location));
    }

    private static String comma(@Nullable String members) {
        return members == null || members.isEmpty() ? "" : ", " + members;
    }

    private static void put(String name, String own, String... sites) {
        SearchForTests.put(
                name,
                json(AREA + comma(own) + ", 'service_at_locations': [" + String.join(", ", List.of(sites)) + "]"));
        SearchForTests.awaitIndexed();
    }

    private static JsonPath search(String word, String require) {
        return SearchForTests.search(json("{'q': '" + word + "', 'require': {" + require + "}}"));
    }

    private static JsonPath healthcareService(String name) {
        return given().get("/fhir/HealthcareService/" + id(name))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Where schedules and numbers stand, and what is open on Tuesday, 5 January 2027. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Vetchwort  | pair             | always  | OPEN
            Milkvetch  | location         | always  | OPEN
            Spurrey    | service          | always  | OPEN
            Clubmoss   | pair             | mondays | CLOSED
            Quillwort  | location         | mondays | CLOSED
            Hornwort   | service          | mondays | CLOSED
            Stonecrop  | nowhere          | always  | UNKNOWN
            Rockcress  | pair, hidden     | always  | OPEN
            Whitlow    | location, confidential | always | OPEN
            Lungwort   | pair, confidential | mondays | CLOSED
            """)
    void hoursAndPhonesCountWhereverTheyStand(String name, String where, String hours, String state) {
        var said = (hours.equals("always") ? ALWAYS : MONDAYS) + ", " + PHONE;
        var policy = where.contains(", ") ? "'location_policy': '" + where.split(", ", -1)[1] + "'" : "";
        put(
                name,
                where.startsWith("service") ? said : policy,
                at(name, where.startsWith("pair") ? said : "", where.startsWith("location") ? said : ""));
        var isKnown = !state.equals("UNKNOWN");
        var asked = search(name, "'open_at': '2027-01-05T12:00:00-06:00'");
        assertEquals(state.equals("CLOSED") ? 0 : 1, asked.getInt("total.value"));
        if (!state.equals("CLOSED")) {
            assertEquals(isKnown ? List.of() : List.of("open_at"), asked.getList("hits[0].unknown_facts"));
        }
        var hit = search(name, "");
        var expected = state.equals("OPEN") ? "open" : hit.getString("hits[0].open.state");
        assertEquals(isKnown ? expected : "unknown", hit.getString("hits[0].open.state"));
        assertEquals(isKnown ? List.of("612-555-0177") : List.of(), hit.getList("hits[0].service.phones.number"));
        assertEquals(isKnown ? 1 : 0, search(name, "'channels': ['phone']").getInt("total.value"));
        var page = SearchForTests.spoken(json("{'q': '" + name + "'}"));
        var spoken = page.split("Other places:", 2)[0];
        assertEquals(isKnown, spoken.contains("Call 612-555-0177"), spoken);
        assertEquals(!isKnown, spoken.contains("We do not know the hours."), spoken);
        var fhir = healthcareService(name);
        assertEquals(isKnown ? List.of("612-555-0177") : List.of(), phones(fhir));
        assertEquals(isKnown, fhir.getList("availableTime") != null);
    }

    private static List<String> phones(JsonPath fhir) {
        return fhir.getList("telecom") == null ? List.of() : fhir.getList("telecom.value");
    }

    @Test
    void aServiceReachedAtItsLocationAloneIsANextStep() {
        SearchForTests.put("Sundewline", json("""
                'service_areas': [{'name': 'Guam', 'extent': 'GU', 'extent_type': 'text'}],
                'attributes': [{'link_type': 'service_type', 'taxonomy_term': {'code': 'hotline.crisis'}}],
                'service_at_locations': [%s]""".formatted(at("Sundewline", PHONE, ""))));
        SearchForTests.awaitIndexed();
        var page = SearchForTests.search(
                json("{'needs': ['hotline.crisis'], 'where': {'region': 'GU'}, 'require': {'channels': ['phone']}}"));
        assertTrue(page.getList("hits.service.name").contains("Sundewline"), page.prettify());
        var none = SearchForTests.search(
                json("{'q': 'nothinglikethis', 'where': {'region': 'GU'}, 'require': {'status': ['inactive']}}"));
        assertTrue(none.getList("next_steps.service.name").contains("Sundewline"), none.prettify());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Catsear   | 'languages': [{'code': 'so'}] |                               | so:1 es:0
            Hawkbit   |                               | 'languages': [{'code': 'so'}] | so:1 es:0
            Nipplewort| 'languages': [{'code': 'es'}] | 'languages': [{'code': 'so'}] | so:1 es:1 fr:0
            Oxtongue  | 'phones': [{'number': '612-555-0101', 'languages': [{'code': 'so'}]}] | | so:1 es:1?
            Fleabane  |                               | 'phones': [{'number': '612-555-0102', 'languages': [{'name': 'Somali'}]}] | so:1 es:1?
            """)
    void languagesOfLocationsAndPhonesCount(
            String name, @Nullable String own, @Nullable String location, String expected) {
        put(name, own == null ? "" : own, at(name, "", location == null ? "" : location));
        for (var each : expected.split(" ", -1)) {
            var code = each.substring(0, 2);
            var page = search(name, "'languages': ['" + code + "']");
            assertEquals(each.charAt(3) == '1' ? 1 : 0, page.getInt("total.value"), each);
            if (each.charAt(3) == '1') {
                assertEquals(
                        each.endsWith("?") ? List.of("languages") : List.of(), page.getList("hits[0].unknown_facts"));
            }
        }
        var page = SearchForTests.search(json("{'q': '" + name + "', 'facets': ['language']}"));
        assertTrue(page.getList("facets.language.value").contains("so"), page.prettify());
        assertTrue(
                page.getList("hits[0].service.languages.code").contains("so")
                        || page.getList("hits[0].service.languages.name").contains("Somali"),
                page.prettify());
        assertFalse(healthcareService(name).getList("communication").isEmpty());
    }

    @Test
    void locationsWithDifferentHoursAreToldApart() {
        put("Butterbur", PHONE, at("Butterbur east", ALWAYS, ""), at("Butterbur west", "", MONDAYS));
        var tuesday = search("Butterbur", "'open_at': '2027-01-05T12:00:00-06:00'");
        assertEquals(List.of(), tuesday.getList("hits[0].unknown_facts"));
        var hit = search("Butterbur", "");
        assertEquals("open", hit.getString("hits[0].open.state"));
        assertEquals(2, hit.getList("hits[0].open.locations").size());
        assertEquals(
                "open",
                hit.getString("hits[0].open.locations.find { it.id == '" + id("Butterbur east site") + "' }.state"));
        var spoken = SearchForTests.spoken(json("{'q': 'Butterbur'}"));
        assertTrue(spoken.contains("At Butterbur east site. Open now."), spoken);
        var discreet = SearchForTests.search(json("{'q': 'Butterbur', 'discreet': true}"));
        assertNull(discreet.getList("hits[0].open.locations"));
        put("Coltsfoot", PHONE, at("Coltsfoot east", MONDAYS, ""), at("Coltsfoot west", "", ""));
        var unknown = search("Coltsfoot", "'open_at': '2027-01-05T12:00:00-06:00'");
        assertEquals(List.of("open_at"), unknown.getList("hits[0].unknown_facts"));
        assertTrue(healthcareService("Coltsfoot")
                .getString("availabilityExceptions")
                .contains("not known"));
    }

    @Test
    void anEditOfALocationOrOfTheServiceThereIsSeen() {
        var tuesday = "'open_at': '2027-01-05T12:00:00-06:00'";
        put("Bogbean", "", at("Bogbean", MONDAYS + ", " + PHONE, ""));
        assertEquals(0, search("Bogbean", tuesday).getInt("total.value"));
        put("Bogbean", "", at("Bogbean", ALWAYS + ", " + PHONE, ""));
        assertEquals(List.of(), search("Bogbean", tuesday).getList("hits[0].unknown_facts"));
        put("Marshwort", "", at("Marshwort", PHONE, ""));
        assertEquals(List.of("open_at"), search("Marshwort", tuesday).getList("hits[0].unknown_facts"));
        var site = id("Marshwort site");
        var location = json("{'id': '%s', 'location_type': 'physical', 'name': 'Marshwort site',"
                + " 'languages': [{'code': 'so'}], " + MONDAYS + "}");
        DirectoryForTests.replace("/locations/" + site, location.formatted(site))
                .then()
                .statusCode(200);
        SearchForTests.awaitIndexed();
        assertEquals(0, search("Marshwort", tuesday).getInt("total.value"));
        assertEquals(List.of("so"), search("Marshwort", "").getList("hits[0].service.languages.code"));
    }

    @ParameterizedTest
    @CsvSource({"confidential", "hidden"})
    void ofALocationThatMayNotBeToldNoWordsCome(String policy) {
        var name = "Adderstongue " + policy;
        var words = "'description': 'Ring at the cobalt door'";
        put(
                name,
                "",
                at(
                        name,
                        "'phones': [{'number': '612-555-0166', " + words + "}], "
                                + ALWAYS.replace("'freq'", words + ", 'freq'"),
                        "'location_policy': '" + policy + "', 'languages': [{'code': 'so', 'note': 'cobalt door'}]"));
        var hit = search(name, "");
        assertEquals("open", hit.getString("hits[0].open.state"));
        assertEquals(List.of("612-555-0166"), hit.getList("hits[0].service.phones.number"));
        assertEquals(List.of("so"), hit.getList("hits[0].service.languages.code"));
        assertEquals(List.of(), hit.getList("hits[0].service.locations"));
        assertFalse(hit.prettify().contains("cobalt"), hit.prettify());
        given().get("/fhir/HealthcareService/" + id(name))
                .then()
                .statusCode(200)
                .body(not(containsString("cobalt")))
                .body("availableTime[0].allDay", equalTo(true));
    }

    @Test
    void anImportOfASiteKeepsTheDaysOfTimesThatCannotBeRead() throws InterruptedException {
        SearchForTests.importAll(List.of(
                json("{'id': '%s', 'name': 'Pillwort', 'status': 'active', %s, " + "'service_at_locations': [%s]}")
                        .formatted(
                                id("Pillwort"),
                                json(AREA),
                                json(
                                        at(
                                                "Pillwort",
                                                "",
                                                "'schedules': [{'freq': 'WEEKLY', 'byday': 'MO', 'opens_at': '09:00', 'closes_at': '17:00'}, "
                                                        + "{'freq': 'WEEKLY', 'byday': 'SA', 'opens_at': 'noonish', 'closes_at': 'late'}]")))
                        .replace("\n", " ")));
        assertEquals(
                0, search("Pillwort", "'open_at': '2027-01-05T12:00:00-06:00'").getInt("total.value"));
        assertEquals(
                List.of("open_at"),
                search("Pillwort", "'open_at': '2027-01-09T12:00:00-06:00'").getList("hits[0].unknown_facts"));
        assertEquals(
                List.of(),
                search("Pillwort", "'open_at': '2027-01-04T12:00:00-06:00'").getList("hits[0].unknown_facts"));
    }
}
