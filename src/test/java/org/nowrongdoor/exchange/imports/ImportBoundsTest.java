package org.nowrongdoor.exchange.imports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.ended;
import static org.nowrongdoor.support.DirectoryForTests.importJson;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.service;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** One record that asks for too much is refused alone, in every format, with what to do about it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ImportBoundsTest {

    @Inject
    DataSource source;

    static Stream<String[]> tooMuch() {
        return Stream.of(
                new String[] {"3145", "'description':'" + "x".repeat(3 << 20) + "',", "1048576 may be in one record"},
                new String[] {"deep", "'metadata':" + "[".repeat(500_000) + "]".repeat(500_000) + ",", "64 levels deep"
                },
                new String[] {"parts", "'phones':[" + "{},".repeat(120_000) + "{}],", "50000 values"},
                new String[] {"digits", "'minimum_age':" + "7".repeat(900_000) + ",", "64 digits"},
                new String[] {"exponent", "'minimum_age':1e99999999,", "30 digits"},
                new String[] {"nul", "'description':'\\u0000',", "U+0000"});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void aRecordThatAsksForTooMuchIsRefusedAlone(String name, String more, String remedy) {
        var bad = service(UUID.randomUUID(), more.replace('\'', '"'));
        var lines = String.join("\n", service(UUID.randomUUID(), ""), bad, service(UUID.randomUUID(), ""));
        refusedAlone(importLines("?partial=true", lines), remedy);
        var list = "[" + lines.replace('\n', ',') + "]";
        refusedAlone(importJson("?partial=true", list), remedy);
        refusedAlone(importJson("?partial=true", "{\"total_items\": 3, \"contents\": " + list + "}"), remedy);
        refusedAlone(
                ended(editor().multiPart(
                                "file", "x.ndjson", lines.getBytes(StandardCharsets.UTF_8), "application/x-ndjson")
                        .post("/imports?partial=true")),
                remedy);
    }

    private static void refusedAlone(Response run, String remedy) {
        run.then()
                .body("status", equalTo("completed"))
                .body("totals.read", equalTo(3))
                .body("totals.refused", equalTo(1));
        editor().get(run.<String>path("faults"))
                .then()
                .body("faults", hasSize(1))
                .body("faults[0].row", equalTo(2))
                .body("faults[0].remedy", containsString(remedy));
    }

    @Test
    void aSingleRecordThatIsTooLargeIsRefused() {
        var run = importJson("", service(UUID.randomUUID(), "\"description\": \"" + "x".repeat(5 << 20) + "\","));
        run.then().body("status", equalTo("failed")).body("totals.refused", equalTo(1));
        editor().get(run.<String>path("faults")).then().body("faults[0].remedy", containsString("split it"));
    }

    @Test
    void anEditHasTheSameBounds() {
        var id = UUID.randomUUID();
        var parts = service(id, "\"phones\": [" + "{},".repeat(160_000) + "{}],");
        put("/services/" + id, parts).then().statusCode(400).body("detail", containsString("50000 values"));
        put("/services/" + id, service(id, "\"metadata\": [" + "1,".repeat(60_000) + "1],"))
                .then()
                .statusCode(422)
                .body("detail", containsString("50000"));
    }

    @Test
    void aMarkOfUtf8IsReadPastAndOtherEncodingsAreNamed() {
        var line = service(UUID.randomUUID(), "");
        importLines("", "\ufeff" + line).then().body("totals.added", equalTo(1));
        importJson("", "\ufeff[" + line + "]").then().body("totals.unchanged", equalTo(1));
        for (var charset : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"}) {
            var run = ended(editor().contentType("application/x-ndjson")
                    .body((line + "\n" + line).getBytes(Charset.forName(charset)))
                    .post("/imports?partial=true"));
            run.then().body("totals.read", equalTo(1)).body("totals.refused", equalTo(1));
            editor().get(run.<String>path("faults"))
                    .then()
                    .body("faults[0].remedy", containsString("save the file as UTF-8"));
        }
    }

    @Test
    void ofManyFindingsAHundredARecordAreKeptAndTheRestCounted() {
        var unknown = IntStream.range(0, 1_000)
                .mapToObj(i -> "\"zz" + i + "\": 1")
                .collect(Collectors.joining(", ", "", ","));
        var run = importLines("?partial=true", service(UUID.randomUUID(), unknown));
        editor().get(run.<String>path("faults"))
                .then()
                .body("faults", hasSize(100))
                .body("left_out", equalTo(900));
        editor().accept("text/csv").get(run.<String>path("faults")).then().body(containsString("and 900 more"));
    }

    @Test
    void aNameWithoutEndIsShownInPart() {
        var name = "z".repeat(40_000);
        var run = importLines("?partial=true", service(UUID.randomUUID(), "\"" + name + "\": 1,"));
        assertEquals(
                301,
                editor().get(run.<String>path("faults"))
                        .<String>path("faults[0].pointer")
                        .length());
    }

    @Test
    void aRowOnWhichTheStoreFailsIsRefusedAndHoldsUpNoOther() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create function fail_for_test() returns trigger language plpgsql as"
                            + " $$begin if new.body ->> 'alert' = 'fail-for-test' then perform 1 / 0; end if; return new; end$$");
            statement.execute("create trigger fail_for_test before insert on service for each row"
                    + " execute function fail_for_test()");
            try {
                var lines = IntStream.range(0, 40)
                        .mapToObj(i ->
                                service(UUID.randomUUID(), i == 7 || i == 23 ? "\"alert\": \"fail-for-test\"," : ""))
                        .collect(Collectors.joining("\n"));
                var run = importLines("?partial=true", lines);
                run.then()
                        .body("status", equalTo("completed"))
                        .body("totals.added", equalTo(38))
                        .body("totals.refused", equalTo(2));
                editor().get(run.<String>path("faults"))
                        .then()
                        .body("faults.row", equalTo(List.of(8, 24)))
                        .body("faults.remedy", everyItem(containsString("Tell the operator")));
                importLines("", lines)
                        .then()
                        .body("status", equalTo("failed"))
                        .body("totals.unchanged", equalTo(38))
                        .body("totals.refused", equalTo(2))
                        .body("detail", containsString("2 of 40 rows"));
            } finally {
                statement.execute("drop trigger fail_for_test on service");
                statement.execute("drop function fail_for_test()");
            }
        }
    }
}
