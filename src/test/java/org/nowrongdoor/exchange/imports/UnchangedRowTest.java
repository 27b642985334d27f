package org.nowrongdoor.exchange.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importJson;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredText;

/** A row that was taken before and says what is stored is skipped, and its import comes to the same as without that. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class UnchangedRowTest {

    @Inject
    DataSource source;

    /** Ids of one run of a story: the last digit counts. */
    private record Ids(UUID base) {
        String in(String text) {
            var filled = json(text);
            for (int i = 1; i <= 9; i++) {
                filled = filled.replace("<" + i + ">", of(i).toString());
            }
            return filled;
        }

        UUID of(int number) {
            return new UUID(base.getMostSignificantBits(), number);
        }
    }

    private static String service(String id, String more) {
        return "{'id': '" + id + "', 'name': 'Name', 'status': 'active', 'organization': {'id': '<9>', 'name': 'Nine',"
                + " 'description': 'd'}, 'service_at_locations': [{'location': {'id': '<8>', 'location_type': 'physical',"
                + " 'addresses': [{'address_1': '41 Elm Street', 'city': 'Duluth', 'state_province': 'MN',"
                + " 'postal_code': '55802', 'country': 'US', 'address_type': 'physical'}]}}]" + more + "}";
    }

    private static final String FILE = String.join("\n", service("<1>", ""), service("<2>", ", 'description': 'Two'"));

    private int noted(Ids ids) {
        return count("select count(*) from import_row where id in ('" + ids.of(1) + "', '" + ids.of(2) + "')");
    }

    private int count(String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void forgetAll() {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from import_row");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String outcome(Response run, Ids ids) {
        var totals = run.<Object>path("totals").toString();
        var report = editor().get(run.<String>path("faults")).jsonPath();
        return (run.path("status")
                        + totals
                        + report.getList("faults")
                        + report.getList("warnings")
                        + report.getList("redacted"))
                .replace(ids.base.toString().substring(0, 18), "");
    }

    /** What is stored, without times, versions and ids. In the change log the order of what came together is that of ids. */
    private String stored(Ids ids) {
        var ours = ids.base.toString().substring(0, 18);
        return StoredText.records(source)
                .lines()
                .filter(line -> line.contains(ours) && !line.contains("{upsert") && !line.contains("{redact"))
                .map(line -> line.replace(ours, "")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+(Z|\\+00)?", "")
                        .replaceAll("-000000000000[0-9a-f]{0,4}", "")
                        .replaceAll("\\b[0-9a-f]{8}-[0-9a-f-]{27}\\b", "")
                        .replaceAll("(?<=[,(|])\\d+(?=[,)|])", ""))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** The file, what happens then, and another file: the same whether rows are skipped or not. */
    private void assertSame(Consumer<Ids> between, String file) {
        var skipping = new Ids(UUID.randomUUID());
        importLines("", skipping.in(FILE)).then().body("totals.added", equalTo(2));
        assertEquals(2, noted(skipping));
        between.accept(skipping);
        var skipped = outcome(importLines("", skipping.in(file)), skipping);

        var checking = new Ids(UUID.randomUUID());
        importLines("", checking.in(FILE));
        between.accept(checking);
        forgetAll();
        var checked = outcome(importLines("", checking.in(file)), checking);
        assertEquals(checked, skipped);
        assertEquals(stored(checking), stored(skipping));
    }

    @Test
    void theSameFileChangesNothing() {
        assertSame(ids -> {}, FILE);
    }

    @Test
    void aSkippedRowIsNotLookedAt() throws SQLException {
        var ids = new Ids(UUID.randomUUID());
        importLines("", ids.in(FILE));
        // What no edit does: the record changes and its version stays, so that a second look would show it.
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("alter table service disable trigger user");
            statement.executeUpdate(
                    "update service set body = jsonb_set(body, '{name}', '\"Odd\"') where id = '" + ids.of(1) + "'");
            statement.executeUpdate("alter table service enable trigger user");
        }
        importLines("", ids.in(FILE))
                .then()
                .body("totals.unchanged", equalTo(2))
                .body("totals.changed", equalTo(0));
        forgetAll();
        importLines("", ids.in(FILE))
                .then()
                .body("totals.unchanged", equalTo(1))
                .body("totals.changed", equalTo(1));
    }

    @Test
    void aPageOfRecordsIsSkippedAsWell() {
        var ids = new Ids(UUID.randomUUID());
        var page = "[" + ids.in(FILE).replace("\n", ",") + "]";
        importJson("", page).then().body("totals.added", equalTo(2));
        assertEquals(2, noted(ids));
        importJson("", page).then().body("totals.unchanged", equalTo(2));
    }

    @Test
    void whatWasEditedSinceIsWrittenOver() {
        assertSame(
                ids -> editor().contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body(json("{'description': 'Edited'}"))
                        .patch("/services/" + ids.of(1))
                        .then()
                        .statusCode(200),
                FILE);
    }

    @Test
    void anEditOfTheOrganizationIsWrittenOver() {
        assertSame(
                ids -> replace("/organizations/" + ids.of(9), json("{'name': 'Nine', 'description': 'other'}"))
                        .then()
                        .statusCode(200),
                FILE);
    }

    @Test
    void aPlaceThatWasAddedSinceIsTakenAway() {
        assertSame(
                ids -> importLines(
                        "",
                        ids.in(
                                "{'entity': 'service_at_location', 'id': '<5>', 'service_id': '<1>', 'location': {'id': '<6>',"
                                        + " 'location_type': 'virtual'}}")),
                FILE);
    }

    @Test
    void aServiceThatBecameConfidentialIsLookedAt() {
        assertSame(
                ids -> {
                    importLines("", ids.in(service("<2>", ", 'location_policy': 'confidential'")));
                    assertEquals(0, noted(ids), "the digest of an address that is withheld stays");
                },
                FILE);
    }

    @Test
    void anotherServiceOfTheOrganizationIsConfidential() {
        assertSame(
                ids -> importLines(
                        "",
                        ids.in("{'id': '<3>', 'name': 'Three', 'status': 'active', 'organization_id': '<9>',"
                                + " 'location_policy': 'confidential'}")),
                FILE);
    }

    @Test
    void whatIsGoneComesBack() {
        assertSame(
                ids -> editor().header("If-Match", "*")
                        .delete("/services/" + ids.of(1))
                        .then()
                        .statusCode(204),
                FILE);
    }

    @Test
    void twoRowsThatDifferAreSettled() {
        var other = service("<3>", "").replace("'Nine'", "'Nine again'");
        assertSame(ids -> {}, other + "\n" + FILE);
        assertSame(ids -> {}, FILE + "\n" + other);
        assertSame(ids -> {}, FILE + "\n" + service("<1>", ", 'description': 'Again'"));
    }

    @Test
    void aNumberThatIsRetiredSinceIsRefused() {
        var ids = new Ids(UUID.randomUUID());
        var file = ids.in(FILE + "\n" + service("<3>", ", 'description': 'Call 612-555-0187'"));
        importLines("", file).then().body("totals.added", equalTo(3));
        var number = editor().contentType("application/json").body(json("{'reason': 'Disconnected'}"));
        assertEquals(2, number.put("/retired-numbers/+16125550187").statusCode() / 100);
        try {
            importLines("?partial=true", file)
                    .then()
                    .body("totals.refused", equalTo(1))
                    .body("totals.unchanged", equalTo(2));
        } finally {
            editor().delete("/retired-numbers/+16125550187");
        }
    }

    @Test
    void rowsWithWarningsWarnAgain() {
        var odd = service("<3>", ", 'minimum_age': 20, 'schedules': [{'freq': 'NEVER'}]");
        assertSame(ids -> importLines("", ids.in(odd)), FILE + "\n" + odd);
    }

    @Test
    void manyRowsInManyBatchesAreSkipped() {
        var ids = new Ids(UUID.randomUUID());
        var file = IntStream.range(100, 1_400)
                .mapToObj(i -> ids.in("{'id': '" + ids.of(i) + "', 'name': 'N" + i + "', 'status': 'active',"
                        + " 'organization': {'id': '<9>', 'name': 'Nine', 'description': 'd'}}"))
                .toList();
        importLines("", String.join("\n", file)).then().body("totals.added", equalTo(1_300));
        importLines("", String.join("\n", file)).then().body("totals.unchanged", equalTo(1_300));
        var changed = List.copyOf(file).stream()
                .map(line -> line.replace("\"N700\"", "\"New\""))
                .collect(Collectors.joining("\n"));
        importLines("", changed).then().body("totals.unchanged", equalTo(1_299)).body("totals.changed", equalTo(1));
        editor().get("/services/" + ids.of(700)).then().body("name", equalTo("New"));
    }
}
