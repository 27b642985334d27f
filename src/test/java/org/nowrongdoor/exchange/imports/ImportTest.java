package org.nowrongdoor.exchange.imports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.ended;
import static org.nowrongdoor.support.DirectoryForTests.importJson;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredText;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ImportTest {

    @Inject
    DataSource source;

    @Test
    void theSameFileTwiceChangesNothing() {
        var lines = lines(99, 700);
        importLines("", lines).then().body("status", equalTo("completed")).body("totals.added", equalTo(700));
        var before = StoredText.records(source);
        importLines("", lines)
                .then()
                .body("totals.unchanged", equalTo(700))
                .body("totals.added", equalTo(0))
                .body("totals.changed", equalTo(0));
        assertEquals(before, StoredText.records(source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?partial=true"})
    void aLongImportTellsThePlannerHowTheTablesGrow(String query) throws SQLException {
        var before = analysed();
        importLines(query, lines(98, 999)).then().body("totals.read", equalTo(999));
        assertEquals(before, analysed());
        importLines(query, lines(98, 1_000)).then().body("totals.read", equalTo(1_000));
        assertEquals(before + 1, analysed());
    }

    /** How often someone, not the server by itself, has analysed the services. */
    private long analysed() throws SQLException {
        var sql = "select analyze_count from pg_stat_user_tables where relname = 'service'";
        try (var connection = source.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void recordsWithoutIdsAreTheSameTheSecondTime() {
        var line = """
            {"name": "No ids", "status": "active", "organization": {"name": "N", "description": "d"}, \
            "phones": [{"number": "612-555-0101"}, {"number": "612-555-0101"}], \
            "service_at_locations": [{"location": {"location_type": "virtual"}}]}\
            """;
        importLines("", line).then().body("totals.added", equalTo(1));
        importLines("", line).then().body("totals.unchanged", equalTo(1));
    }

    @Test
    void oneBadRowHoldsUpAll() {
        var id = UUID.randomUUID();
        var run = importLines(
                "",
                json(
                        "%s\n{'name': 'bad'\n%s",
                        service(id, ""), service(UUID.randomUUID(), "\"minimum_age\": \"old\",")));
        run.then()
                .body("status", equalTo("failed"))
                .body("totals.read", equalTo(3))
                .body("totals.added", equalTo(0))
                .body("totals.refused", equalTo(2))
                .body("detail", containsString("partial=true"));
        editor().get(run.<String>path("faults"))
                .then()
                .body("faults", hasSize(2))
                .body("faults.row", hasItem(2))
                .body("faults.find { it.row == 3 }.column", equalTo("minimum_age"))
                .body("faults.find { it.row == 3 }.value", equalTo("\"old\""));
        editor().header("If-Match", "*").delete("/services/" + id).then().statusCode(404);
    }

    @Test
    void withPartialTheGoodRowsAreStored() {
        var id = UUID.randomUUID();
        var run = importLines("?partial=true", service(id, "") + "\n{}\n");
        run.then()
                .body("status", equalTo("completed"))
                .body("totals.added", equalTo(1))
                .body("totals.refused", equalTo(1));
        editor().accept("text/csv")
                .get(run.<String>path("faults"))
                .then()
                .statusCode(200)
                .body(startsWith("row,column,value,remedy"))
                .body(containsString("2,name,"));
        editor().header("If-Match", "*").delete("/services/" + id).then().statusCode(204);
    }

    @Test
    void aDryRunStoresNothing() {
        var id = UUID.randomUUID();
        importLines("?dry_run=true", service(id, ""))
                .then()
                .body("status", equalTo("completed"))
                .body("totals.added", equalTo(1));
        editor().header("If-Match", "*").delete("/services/" + id).then().statusCode(404);
    }

    @Test
    void aFormWithAFileIsTaken() {
        var id = UUID.randomUUID();
        ended(editor().multiPart("note", "from next door")
                        .multiPart(
                                "file",
                                "services.ndjson",
                                service(id, "").getBytes(StandardCharsets.UTF_8),
                                "application/x-ndjson")
                        .post("/imports?source=next-door"))
                .then()
                .body("status", equalTo("completed"))
                .body("source", equalTo("next-door"))
                .body("totals.added", equalTo(1));
    }

    @Test
    void anAreaThatNoSearchFindsIsReported() {
        var run = importLines(
                "",
                service(
                        UUID.randomUUID(),
                        json("'service_areas': [{'name': 'our area', 'extent': '{}', 'extent_type': 'geojson'},"
                                + " {'name': 'Hennepin County, MN', 'extent': '{}', 'extent_type': 'geojson'}],")));
        editor().get(run.<String>path("faults"))
                .then()
                .body("warnings", hasSize(1))
                .body("warnings[0].column", equalTo("extent"))
                .body("warnings[0].value", equalTo("{}"))
                .body("warnings[0].remedy", containsString("Give extent, such as 27053"));
    }

    @Test
    void otherKindsOfRecordsComeWithTheirName() {
        var organization = UUID.randomUUID();
        var location = UUID.randomUUID();
        importJson(
                        "",
                        json("[{'entity': 'organization', 'id': '%s', 'name': 'O', 'description': 'd'},")
                                        .formatted(organization)
                                + """
                                {"entity": "location", "id": "%s", "organization_id": "%s", "location_type": "virtual"}]\
                                """.formatted(location, organization))
                .then()
                .body("status", equalTo("completed"))
                .body("totals.added", equalTo(2));
        editor().header("If-Match", "*").delete("/locations/" + location).then().statusCode(204);
    }

    @Test
    void everyOfficialExampleIsTaken() throws Exception {
        for (var name : new String[] {
            "service_full",
            "service_list",
            "organization_full",
            "organization_list",
            "service_at_location_full",
            "service_at_location_list",
            "location",
            "taxonomy",
            "taxonomy_list",
            "taxonomy_term",
            "taxonomy_term_list"
        }) {
            var json = Files.readString(Path.of(System.getProperty("hsds.dir"), "examples", name + ".json"));
            var entity = name.replaceAll("_(full|list)$", "");
            var typed = name.endsWith("_list")
                    ? json.replaceFirst("(\"contents\"\\s*:\\s*\\[\\s*\\{)", json("$1 'entity': '%s',", entity))
                    : json.replaceFirst("\\{", json("{ 'entity': '%s',", entity));
            var run = importJson("", typed);
            assertEquals(
                    "completed",
                    run.path("status"),
                    () -> name + ": " + editor().get(run.<String>path("faults")).asString());
            assertEquals(1, run.<Integer>path("totals.read"), name);
            importJson("", typed).then().body("totals.unchanged", equalTo(1));
        }
    }

    private static String lines(int family, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> service(
                        new UUID(family, i), json("'description': 'number %d',").formatted(i)))
                .collect(Collectors.joining("\n"));
    }
}
