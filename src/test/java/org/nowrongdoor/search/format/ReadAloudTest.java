package org.nowrongdoor.search.format;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** What is read aloud on a call is true of the number, of the day and of the room there is. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReadAloudTest {

    private static String read(String name, String rest, String lang) {
        SearchForTests.put(name, json(rest));
        SearchForTests.awaitIndexed();
        return given().contentType("application/json")
                .accept("text/plain")
                .body(json(
                        "{'q': '%s', 'lang': '%s'}",
                        name.toLowerCase(Locale.ROOT).split(" ", -1)[0], lang))
                .post("/search")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource({
        "voice, Call 612-555-0188",
        "cell, Call 612-555-0188",
        "hotline, Call 612-555-0188",
        "text, Text 612-555-0188",
        "Text, Text 612-555-0188",
        "SMS, Text 612-555-0188",
        "textphone, TTY 612-555-0188",
        "TTY, TTY 612-555-0188",
        "video, Video call 612-555-0188"
    })
    void aNumberIsReadAsWhatItIs(String type, String line) {
        var text = read("Woodruff line", "'phones': [{'number': '612-555-0188', 'type': '" + type + "'}]", "en");
        assertTrue(text.contains(line), text);
    }

    @ParameterizedTest
    @CsvSource({"fax", "FAX", " Fax", "pager", "Pager"})
    void aFaxIsNotReadAsANumberToCall(String type) {
        var text = read(
                "Hawkbit line",
                "'phones': [{'number': '612-555-0189', 'type': '" + type + "'}, {'number': '612-555-0190'}]",
                "en");
        assertFalse(text.contains("612-555-0189"), text);
        assertTrue(text.contains("Call 612-555-0190"), text);
    }

    @ParameterizedTest
    @CsvSource({"en, Before you call", "es, Antes de llamar"})
    void aVoiceTellsAPlaceInTwentySecondsAndCutsNoDisclosure(String lang, String first) {
        var disclosure = "Staff hear many things. Ask who is told what.";
        SearchForTests.put("Sandwort house", json("""
                'alert': 'The house moved in 2024. Its new rooms are on the second floor, with a lift at the back.',
                'url': 'https://sandwort.example', 'languages': [{'code': 'es'}, {'code': 'so'}],
                'disclosures': [{'code': 'records_kept', 'text': '%s'}],
                'facts': {'sobriety_required': {'value': 'yes'}}""".formatted(disclosure)));
        SearchForTests.awaitIndexed();
        var place = given().contentType("application/json")
                .accept("text/plain")
                .body(json("{'q': 'sandwort', 'lang': '%s', 'speak': true}", lang))
                .post("/search")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceFirst("(?s).*?(?=(?:Place|Lugar) 1\\.)", "")
                .replaceFirst("(?s)\n\n.*", "")
                .replaceAll("\\s+", " ");
        assertTrue(place.contains(first) && place.contains(disclosure), place);
        assertFalse(place.contains("second floor"), place);
        assertTrue(place.split(" ", -1).length <= 50, place);
    }

    @Test
    void anOldCheckIsToldWithItsDate() {
        assertTrue(read("Burnet house", "'assured_date': '2019-05-01'", "en")
                .contains("Last checked on May 1, 2019. Ask before you go."));
        assertTrue(read("Burnet house", "'assured_date': '2019-05-01'", "es").contains("el 1 de mayo de 2019"));
        assertTrue(read("Fleabane house", "'url': 'https://fleabane.example'", "en")
                .contains("No one has checked"));
    }

    @ParameterizedTest
    @CsvSource({
        "no-capacity, that they are full",
        "capacity, that there is room",
        "waitlist, a waiting list",
        "additional-assessment-required, ask more before"
    })
    void theRoomThereIsIsReadBeforeTheNumber(String code, String words) {
        var text = read(
                "Saxifrage house",
                "'phones': [{'number': '612-555-0191'}], 'capacity': {'code': '" + code
                        + "', 'reported_at': '2026-05-04T20:10:00-05:00', 'expires_at': '2099-01-01T00:00:00Z'}",
                "en");
        assertTrue(text.contains(words), text);
        assertTrue(text.indexOf(words) < text.indexOf("612-555-0191"), text);
    }

    @Test
    void aReportThatExpiredIsNotRead() {
        var text = read(
                "Selfheal house",
                "'phones': [{'number': '612-555-0192'}], 'capacity': {'code': 'no-capacity', 'expires_at': '2020-01-01T00:00:00Z'}",
                "en");
        assertFalse(text.contains("full"), text);
    }
}
