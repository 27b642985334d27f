package org.nowrongdoor.exchange.redaction;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replaceOrPut;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.EveryLeaf;
import org.nowrongdoor.support.StoredText;

/** The walk over every text of a record that is not public: an address in any of them is kept nowhere. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class EveryLeafTest {

    // Days of a schedule have formats that are tested with it.
    private static final Pattern SCHEDULE = Pattern.compile(".*/schedules/0/by[a-z]+$");
    private static final Pattern WORD = Pattern.compile("(?:quill|birch)[a-z]{10}");
    private static final Pattern LETTERS = Pattern.compile("[^a-z]");

    @Inject
    DataSource source;

    @BeforeEach
    void storePartner() {
        replaceOrPut("/organizations/" + EveryLeaf.PARTNER, "{\"name\": \"Leaf partner\", \"description\": \"x\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            confidential | 7431 %1$s Street
            confidential | https://g.page/%2$s
            confidential | corner of %2$s and Lake
            hidden       | 1412 N. %2$s Ave, between %1$s and the river""")
    void anImportKeepsNoAddressInAnyOfThem(String policy, String shape) {
        var known = new LinkedHashMap<String, String>();
        var lines = new ArrayList<String>();
        for (var pointer : EveryLeaf.texts(EveryLeaf.service())) {
            if (SCHEDULE.matcher(pointer).matches()) {
                continue;
            }
            var record = record(policy);
            var own = word("quill");
            var other = word("birch");
            own(record, own);
            EveryLeaf.prune(record, pointer);
            EveryLeaf.set(record, pointer, shape.formatted(own, other));
            known.put(own, pointer);
            known.put(other, pointer);
            lines.add(record.toString());
        }
        assertTrue(lines.size() > 300, lines.size() + " texts");
        var run = importLines("?partial=true", String.join("\n", lines));
        assertEquals("completed", run.path("status"), run.asString());
        assertTrue(run.jsonPath().getInt("totals.added") > 200, run.asString());
        assertNowhere(known);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            confidential | 7431 %1$s Street
            hidden       | come to 1412 %2$s Avenue""")
    void anEditKeepsNoAddressInAnyOfThem(String policy, String shape) {
        var record = record(policy);
        var own = word("quill");
        var other = word("birch");
        own(record, own);
        var id = record.get("id").textValue();
        var ids =
                EveryLeaf.texts(record).stream().filter(p -> p.endsWith("/id")).toList();
        var clean = record.deepCopy();
        EveryLeaf.texts(record).stream()
                .filter(pointer -> !pointer.equals("/location_policy")
                        && !ids.contains(pointer)
                        && !SCHEDULE.matcher(pointer).matches())
                .forEach(pointer -> EveryLeaf.set(record, pointer, shape.formatted(own, other)));
        var answer = put("/services/" + id, record.toString());
        for (int tries = 0; answer.statusCode() == 422 && tries < 5; tries++) {
            var refused = answer.jsonPath().<String>getList("errors.pointer");
            for (var pointer : refused) {
                var value = clean.at(pointer);
                assertTrue(value.isTextual(), pointer + ": " + answer.asString());
                EveryLeaf.set(record, pointer, value.textValue());
            }
            answer = put("/services/" + id, record.toString());
        }
        assertEquals(201, answer.statusCode(), answer.asString());
        var known = new LinkedHashMap<String, String>();
        known.put(own, "own street");
        known.put(other, "other street");
        assertNowhere(known);
        for (var path : List.of(
                "/services/" + id + "?full=true",
                "/services/" + id + "/history",
                "/organizations/" + record.at("/organization/id").textValue() + "?full=true&full_service=true",
                "/locations/" + record.at("/service_at_locations/0/location/id").textValue(),
                "/service_at_locations/"
                        + record.at("/service_at_locations/0/id").textValue() + "?full=true",
                "/fhir/HealthcareService/" + id)) {
            var shown = given().get(path).asString();
            assertTrue(known.keySet().stream().noneMatch(shown::contains), path + " shows " + shown);
        }
    }

    @Test
    void theSameRecordIsTakenWhole() {
        var record = record("public");
        put("/services/" + record.get("id").textValue(), record.toString())
                .then()
                .statusCode(201);
    }

    private void assertNowhere(Map<String, String> known) {
        var text = (StoredText.of(source) + editor().get("/changes?limit=500").asString()).toLowerCase(Locale.ROOT);
        var said = WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
        var kept = known.entrySet().stream()
                .filter(word -> said.contains(word.getKey().toLowerCase(Locale.ROOT)))
                .map(word -> word.getValue() + " keeps " + around(text, word.getKey()))
                .toList();
        assertEquals(List.of(), kept);
    }

    private static String around(String text, String word) {
        int at = text.indexOf(word.toLowerCase(Locale.ROOT));
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
    }

    private static ObjectNode record(String policy) {
        return EveryLeaf.service().put("location_policy", policy);
    }

    /** Gives the record's place an address of its own. */
    private static void own(ObjectNode record, String street) {
        EveryLeaf.set(record, "/service_at_locations/0/location/addresses/0/address_1", "7431 " + street + " Street");
    }

    private static String word(String start) {
        return Character.toUpperCase(start.charAt(0))
                + start.substring(1)
                + LETTERS.matcher(UUID.randomUUID()
                                .toString()
                                .replace('0', 'g')
                                .replace('1', 'h')
                                .replace('2', 'i')
                                .replace('3', 'j')
                                .replace('4', 'k')
                                .replace('5', 'l')
                                .replace('6', 'm')
                                .replace('7', 'n')
                                .replace('8', 'o')
                                .replace('9', 'p'))
                        .replaceAll("")
                        .substring(0, 10);
    }
}
