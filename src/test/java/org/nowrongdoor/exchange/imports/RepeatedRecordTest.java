package org.nowrongdoor.exchange.imports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importJson;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredText;

/** One record that stands in a file more than once is reported and settled once, so that the same file changes nothing the
 *  second time. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RepeatedRecordTest {

    /** More than a batch has. */
    private static final int BETWEEN = 1_100;

    @Inject
    DataSource source;

    private final UUID base = UUID.randomUUID();

    /** An id of this test. */
    private UUID id(int number) {
        return new UUID(base.getMostSignificantBits(), number);
    }

    /** Lines in which ids stand as <1>. */
    private String file(String... lines) {
        var text = json(String.join("\n", lines));
        for (int i = 1; i <= 9; i++) {
            text = text.replace("<" + i + ">", id(i).toString());
        }
        return text;
    }

    private static String service(String id, String more) {
        return "{'id': '" + id
                + "', 'status': 'active', 'organization': {'id': '<9>', 'name': 'Nine', 'description': 'd'}, " + more
                + "}";
    }

    private String others(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> file(service(id(1_000 + i).toString(), "'name': 'Other " + i + "'")))
                .collect(Collectors.joining("\n"));
    }

    private JsonPath report(Response run) {
        assertEquals(
                "completed",
                run.path("status"),
                () -> editor().get(run.<String>path("faults")).asString());
        return editor().get(run.<String>path("faults")).jsonPath();
    }

    /** The warnings of all pages, by row. */
    private static Map<Integer, String> warnings(Response run) {
        var found = new HashMap<Integer, String>();
        var path = run.<String>path("faults");
        for (Object next = ""; next != null; ) {
            var page = editor().get(path + next).jsonPath();
            page.getList("warnings", Map.class)
                    .forEach(warning -> found.put((Integer) warning.get("row"), String.valueOf(warning.get("remedy"))));
            next = page.get("next") == null ? null : "?after=" + page.get("next");
        }
        return found;
    }

    /** The same file again is quiet: no record, no history, no feed. */
    private void assertQuiet(String query, String file) {
        var before = stored();
        var run = importLines(query, file);
        run.then().body("totals.changed", equalTo(0)).body("totals.added", equalTo(0));
        report(run);
        assertEquals(before, stored());
    }

    /** What is stored of this test, its history with it. */
    private List<String> stored() {
        var ours = id(0).toString().substring(0, 18);
        return StoredText.records(source)
                .lines()
                .filter(line -> line.contains(ours))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?partial=true"})
    void theLastOfTwoRowsCountsAcrossBatches(String query) {
        var file = file(service("<1>", "'name': 'First'"), others(BETWEEN), service("<1>", "'name': 'Last'"));
        var run = importLines(query, file);
        run.then().body("totals.added", equalTo(BETWEEN + 1)).body("totals.unchanged", equalTo(1));
        var report = report(run);
        assertEquals(List.of(1, BETWEEN + 2), report.getList("warnings.row"));
        assertTrue(report.getString("warnings[0].remedy").contains("row " + (BETWEEN + 2)), report.prettify());
        assertTrue(report.getString("warnings[1].remedy").contains("row 1 "), report.prettify());
        assertEquals("id", report.getString("warnings[0].column"));
        editor().get("/services/" + id(1)).then().body("name", equalTo("Last"));
        var history = editor().get("/services/" + id(1) + "/history").asString();
        assertFalse(history.contains("First"), history);
        assertQuiet(query, file);
        assertQuiet(query, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?partial=true"})
    void oneOrganizationInTwoSpellingsIsSettledOnce(String query) {
        var first = service("<1>", "'name': 'One'").replace("Nine", "Two spellings");
        var last = service("<2>", "'name': 'Two'").replace("Nine", "Two Spellings Inc.");
        var file = file(first, others(BETWEEN).replace("Nine", "Two spellings"), last);
        var run = importLines(query, file);
        assertEquals("completed", run.path("status"));
        var report = warnings(run);
        assertTrue(report.get(1).contains("(name) in row " + (BETWEEN + 2)), report::toString);
        assertTrue(report.get(2).contains("(name) in row " + (BETWEEN + 2)), report::toString);
        assertTrue(report.get(BETWEEN + 2).contains("(name) in row "), report::toString);
        editor().get("/organizations/" + id(9)).then().body("name", equalTo("Two Spellings Inc."));
        assertQuiet(query, file);
    }

    @Test
    void aDryRunReportsItAsWell() {
        var report = report(importLines(
                "?dry_run=true", file(service("<1>", "'name': 'First'"), service("<1>", "'name': 'Last'"))));
        assertEquals(List.of(1, 2), report.getList("warnings.row"));
    }

    @Test
    void aListOfJsonIsReadAlike() {
        var file = file("[" + service("<1>", "'name': 'First'") + ", " + service("<1>", "'name': 'Last'") + "]");
        assertEquals(List.of(1, 2), report(importJson("", file)).getList("warnings.row"));
        importJson("", file).then().body("totals.unchanged", equalTo(2));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                files("the same row", 2, service("<1>", "'name': 'One'"), service("<1>", "'name': 'One'")),
                files(
                        "three rows",
                        3,
                        service("<1>", "'name': 'A'"),
                        service("<1>", "'name': 'B'"),
                        service("<1>", "'name': 'C'")),
                files(
                        "one with less",
                        2,
                        service("<1>", "'name': 'A', 'url': 'https://a.example'"),
                        service("<1>", "'name': 'A'")),
                files(
                        "one with more",
                        2,
                        service("<1>", "'name': 'A'"),
                        service("<1>", "'name': 'A', 'url': 'https://a.example'")),
                files(
                        "A, B, A",
                        3,
                        service("<1>", "'name': 'A'"),
                        service("<1>", "'name': 'B'"),
                        service("<1>", "'name': 'A'")),
                files(
                        "an organization by itself after a short mention",
                        0,
                        service("<1>", "'name': 'A'"),
                        "{'entity': 'organization', 'id': '<9>', 'name': 'Nine', 'description': 'd', 'website':"
                                + " 'https://n.example'}"),
                files(
                        "an organization by itself before a mention with more",
                        0,
                        "{'entity': 'organization', 'id': '<9>', 'name': 'Nine', 'description': 'd'}",
                        service("<1>", "'name': 'A'")
                                .replace("'name': 'Nine',", "'name': 'Nine', 'website': 'https://n.example',")),
                files(
                        "an organization by itself and otherwise nested",
                        2,
                        "{'entity': 'organization', 'id': '<9>', 'name': 'Ninth', 'description': 'd'}",
                        service("<1>", "'name': 'A'")),
                files(
                        "otherwise nested and an organization by itself",
                        2,
                        service("<1>", "'name': 'A'"),
                        "{'entity': 'organization', 'id': '<9>', 'name': 'Ninth', 'description': 'd'}"),
                files(
                        "two organizations of one id",
                        2,
                        "{'entity': 'organization', 'id': '<9>', 'name': 'Ninth', 'description': 'd'}",
                        "{'entity': 'organization', 'id': '<9>', 'name': 'Nine', 'description': 'd'}"),
                files(
                        "an organization without an id, described in two ways",
                        2,
                        "{'id': '<1>', 'name': 'A', 'status': 'active', 'organization': {'name': 'Nameless <8>',"
                                + " 'description': 'a'}}",
                        "{'id': '<2>', 'name': 'B', 'status': 'active', 'organization': {'name': 'Nameless <8>',"
                                + " 'description': 'b'}}"),
                files(
                        "a nested location in two towns",
                        2,
                        at("<1>", "<5>", "'name': 'Here'"),
                        at("<2>", "<5>", "'name': 'There'")),
                files(
                        "a nested location, once with its id alone",
                        0,
                        at("<1>", "<5>", "'name': 'Here'"),
                        at("<2>", "<5>", "'location_type': 'virtual'")),
                files(
                        "a service that moves",
                        2,
                        at("<1>", "<5>", "'name': 'Here'"),
                        at("<1>", "<6>", "'name': 'There'")),
                files(
                        "a service of a list of services and by itself",
                        2,
                        "{'entity': 'organization', 'id': '<9>', 'name': 'Nine', 'description': 'd', 'services':"
                                + " [{'id': '<1>', 'name': 'Within', 'status': 'active'}]}",
                        service("<1>", "'name': 'Alone'")),
                files(
                        "a service by itself and of a list",
                        2,
                        service("<1>", "'name': 'Alone'"),
                        "{'entity': 'organization', 'id': '<9>', 'name': 'Nine', 'description': 'd', 'services':"
                                + " [{'id': '<1>', 'name': 'Within', 'status': 'active'}]}"),
                files(
                        "a service of two lists",
                        2,
                        "{'entity': 'organization', 'id': '<9>', 'name': 'Nine', 'description': 'd', 'services':"
                                + " [{'id': '<1>', 'name': 'Within', 'status': 'active'}]}",
                        "{'entity': 'organization', 'id': '<8>', 'name': 'Eight', 'description': 'd', 'services':"
                                + " [{'id': '<1>', 'name': 'Within', 'status': 'active'}]}"),
                files("an id in large letters", 2, service("<1>", "'name': 'A'"), service("<1>", "'name': 'B'")),
                files(
                        "two of many phones",
                        2,
                        service("<1>", "'name': 'A', 'phones': [{'number': '612-555-0101'}]"),
                        service("<1>", "'name': 'A', 'phones': [{'number': '612-555-0102'}]")),
                files(
                        "a pair by itself, told twice",
                        2,
                        at("<1>", "<5>", "'name': 'Here'"),
                        "{'entity': 'service_at_location', 'id': '<7>', 'service_id': '<1>', 'location_id': '<5>',"
                                + " 'description': 'a'}",
                        "{'entity': 'service_at_location', 'id': '<7>', 'service_id': '<1>', 'location_id': '<5>',"
                                + " 'description': 'b'}"),
                files(
                        "locations of one id",
                        2,
                        "{'entity': 'location', 'id': '<5>', 'location_type': 'virtual', 'name': 'a'}",
                        "{'entity': 'location', 'id': '<5>', 'location_type': 'virtual', 'name': 'b'}"),
                files(
                        "what is nested in a row that is left out",
                        2,
                        service("<1>", "'name': 'A'").replace("Nine", "Nines"),
                        service("<1>", "'name': 'A'")));
    }

    private static String at(String service, String location, String more) {
        return service(
                service,
                "'name': 'At', 'service_at_locations': [{'location': {'id': '" + location + "', "
                        + (more.contains("location_type") ? "" : "'location_type': 'virtual', ") + more + "}}]");
    }

    private static Arguments files(String title, int warned, String... lines) {
        return Arguments.of(title, warned, lines);
    }

    /** Each file as it is, and with more rows between than a batch has. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void theSecondImportIsQuiet(String title, int warned, String[] lines) {
        var file = file(String.join("\n", lines));
        if (title.contains("large letters")) {
            file = file.replaceFirst(id(1).toString(), id(1).toString().toUpperCase(Locale.ROOT));
        }
        var report = report(importLines("", file));
        assertEquals(
                warned,
                report.getList("warnings.row").stream().distinct().count(),
                () -> title + ": " + report.prettify());
        assertQuiet("", file);
        assertQuiet("?partial=true", file);
    }

    @Test
    void theStrictestPolicyOfAFileCounts() {
        var file = file(
                service("<1>", "'name': 'A', 'location_policy': 'confidential'"),
                service(
                        "<1>",
                        "'name': 'A', 'service_at_locations': [{'location': {'id': '<5>', 'location_type': 'physical',"
                                + " 'addresses': [{'address_1': '12 Elm Street', 'city': 'Duluth', 'state_province': 'MN',"
                                + " 'postal_code': '55802', 'country': 'US', 'address_type': 'physical'}]}}]"));
        report(importLines("", file));
        editor().get("/services/" + id(1)).then().body("location_policy", equalTo("confidential"));
        assertFalse(StoredText.records(source).contains("12 Elm Street"));
        assertQuiet("", file);
    }

    @Test
    void aRowWithFaultsLeavesOutNoOther() {
        var run = importLines(
                "?partial=true",
                file(service("<1>", "'name': 'Good'"), service("<1>", "'name': 'Bad', 'minimum_age': 'old'")));
        run.then().body("totals.added", equalTo(1)).body("totals.refused", equalTo(1));
        editor().get("/services/" + id(1)).then().body("name", equalTo("Good"));
    }

    @Test
    void anOrdinaryFileIsNotWarnedOf() {
        var file = others(40);
        assertEquals(List.of(), report(importLines("", file)).getList("warnings"));
        editor().get("/organizations/" + id(9)).then().body("name", containsString("Nine"));
    }
}
