package org.nowrongdoor.exchange.imports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.ended;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.access.caller.Sealing;
import org.nowrongdoor.exchange.upload.UploadBuffer;
import org.nowrongdoor.storage.Lease;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** Imports are checked as a whole and stored in small steps, next to edits and through breaks of all kinds. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ImportStageTest {

    private static final int ROWS = Integer.getInteger("import.rows", 4_000);

    @Inject
    DataSource source;

    @Inject
    ImportRunRepository runs;

    @Inject
    ImportRecoveryJob recovery;

    @Inject
    ImportJob.Tools tools;

    @Inject
    Sealing sealing;

    @Inject
    Lease lease;

    @Inject
    ImportQueue queue;

    @Inject
    RunningImportFinder finder;

    @ConfigProperty(name = "directory.data")
    Path data;

    @Test
    void capacityIsReportedAllTheTimeWhileAnImportRuns() throws InterruptedException {
        importLines("", lines(501, ROWS, "before")).then().body("totals.added", equalTo(ROWS));
        var accepted = send("", lines(501, ROWS, "after"));
        var millis = Collections.synchronizedList(new ArrayList<Long>());
        var refused = new AtomicInteger();
        var editors = IntStream.range(0, 2)
                .mapToObj(i -> new Thread(() -> {
                    var random = new Random(i);
                    while (isOpen(accepted)) {
                        var begin = System.nanoTime();
                        var status = report(new UUID(501, random.nextInt(ROWS))).statusCode();
                        millis.add((System.nanoTime() - begin) / 1_000_000);
                        if (status != 200) {
                            refused.incrementAndGet();
                        }
                    }
                }))
                .toList();
        editors.forEach(Thread::start);
        ended(accepted).then().body("status", equalTo("completed")).body("totals.changed", equalTo(ROWS));
        for (var editor : editors) {
            editor.join();
        }
        Collections.sort(millis);
        assertTrue(millis.size() > 20, "so few: " + millis.size());
        var slow = millis.get(millis.size() * 99 / 100);
        assertTrue(slow < 1_000, "the slowest of a hundred took " + slow + " ms");
        assertEquals(0, refused.get());
    }

    @Test
    void aDryRunAndACheckWriteNoRecord() throws SQLException {
        var lines = lines(502, 300, "x");
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table service, organization in share mode");
            importLines("?dry_run=true", lines)
                    .then()
                    .body("status", equalTo("completed"))
                    .body("phase", equalTo("checking"))
                    .body("totals.added", equalTo(300));
            importLines("", lines + "\n{}\n")
                    .then()
                    .body("status", equalTo("failed"))
                    .body("phase", equalTo("checking"))
                    .body("totals.read", equalTo(301))
                    .body("totals.added", equalTo(0));
            connection.rollback();
        }
        assertEquals(0, count("select count(*) from import_staged"));
    }

    @Test
    void aRowMayNameWhatAnEarlierBatchBrings() {
        var organization = UUID.randomUUID();
        var first = json("{'entity': 'organization', 'id': '%s', 'name': 'First', 'description': 'd'}\n", organization);
        var last = json(
                "\n{'id': '%s', 'name': 'Last', 'status': 'active', 'organization_id': '%s'}"
                        + "\n{'id': '%s', 'name': 'Nested', 'status': 'active', 'organization': {'id': '%s', 'name': 'First',"
                        + " 'description': 'd'}}",
                UUID.randomUUID(), organization, UUID.randomUUID(), organization);
        var lines = first + lines(503, 250, "x") + last;
        var checked = importLines("?dry_run=true", lines);
        editor().get(checked.<String>path("faults")).then().body("faults", hasSize(0));
        checked.then().body("status", equalTo("completed")).body("totals.added", equalTo(253));
        importLines("", lines).then().body("status", equalTo("completed")).body("totals.added", equalTo(253));
    }

    @Test
    void aConflictRepeatsItsBatchAlone() throws SQLException {
        run("create sequence conflict_for_test", "create sequence first_for_test");
        run("create function conflict_for_test() returns trigger language plpgsql as $$begin"
                + " if new.body ->> 'alert' = 'first' then perform nextval('first_for_test'); end if;"
                + " if new.body ->> 'alert' = 'conflict' then if nextval('conflict_for_test') < 3 then"
                + " raise exception using errcode = '40001'; end if; end if; return new; end$$");
        run(
                "create trigger conflict_for_test before insert on service for each row execute function conflict_for_test()");
        try {
            var lines = service(new UUID(504, 1), "\"alert\": \"first\",") + "\n" + lines(505, 600, "x") + "\n"
                    + service(new UUID(504, 2), "\"alert\": \"conflict\",");
            importLines("", lines)
                    .then()
                    .body("status", equalTo("completed"))
                    .body("totals.added", equalTo(602))
                    .body("totals.refused", equalTo(0));
            assertEquals(1, count("select last_value from first_for_test"));
            assertEquals(3, count("select last_value from conflict_for_test"));
        } finally {
            run(
                    "drop trigger conflict_for_test on service",
                    "drop function conflict_for_test()",
                    "drop sequence conflict_for_test",
                    "drop sequence first_for_test");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void recoveryGoesOnWhereAStopLeftAnImport(boolean partial) throws Exception {
        var family = partial ? 506 : 507;
        var run = staged(lines(family, 700, "x"), partial);
        try (var file = file(lines(family, 700, "x"))) {
            var job = new ImportJob(runs.started(run.id).orElseThrow(), file, tools, () -> !isApplied(run.id, 100));
            assertThrows(ImportJob.BrokenOffException.class, job::run);
        }
        var before = runs.get(run.id, Reach.ACROSS);
        assertTrue(before.read >= 100 && before.read < 700, "stopped at " + before.read);
        recovery.takeUpLost();
        var after = endedRun(run.id);
        assertEquals("completed", after.status, String.valueOf(after.detail));
        assertEquals(700, after.added);
        assertEquals(700, after.read);
        assertNull(after.stageKey);
        assertEquals(700, count(createdOf(family)));
        assertFalse(Files.exists(data.resolve("imports").resolve(before.stage + ".stage")));
    }

    @Test
    void aFileOnTheDiskTellsNothingWithoutItsKey() throws Exception {
        var run = staged(lines(509, 50, "4711 Quillback Street"), false);
        var sealed = Files.readAllBytes(data.resolve("imports").resolve(run.stage + ".stage"));
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("Quillback"));
        recovery.takeUpLost();
        assertEquals(50, endedRun(run.id).added);
    }

    @Test
    void anImportWhoseFileIsGoneFailsAfterAWhile() {
        var run = run(false);
        runs.add(run);
        recovery.takeUpLost();
        var waiting = runs.get(run.id, Reach.ACROSS);
        assertEquals("running", waiting.status);
        assertTrue(waiting.lostAt != null);
        var patient = run(false);
        patient.lostAt = Instant.EPOCH;
        runs.add(patient);
        recovery.takeUpLost();
        assertEquals("failed", runs.get(patient.id, Reach.ACROSS).status);
        runs.failed(run.id, "for the next test");
    }

    @Test
    void aFileThatStopsTheProcessEachTimeIsGivenUp() throws Exception {
        var run = staged(lines(510, 10, "x"), false);
        for (int i = 0; i < 3; i++) {
            runs.taken(run.id);
        }
        recovery.takeUpLost();
        var failed = runs.get(run.id, Reach.ACROSS);
        assertEquals("failed", failed.status);
        assertTrue(String.valueOf(failed.detail).contains("3 times"), failed.detail);
        assertFalse(Files.exists(data.resolve("imports").resolve(run.stage + ".stage")));
    }

    @Test
    void recoveryLooksAgainOnceItHasTheLease() throws InterruptedException {
        var run = run(false);
        run.lostAt = Instant.EPOCH;
        runs.add(run);
        var looking = new Thread(recovery::takeUpLost);
        var held = lease;
        synchronized (held) {
            looking.start();
            while (looking.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            runs.ended(run.id, new ImportResult(true, "everything is stored", ImportTotals.NONE));
        }
        looking.join();
        assertEquals("completed", runs.get(run.id, Reach.ACROSS).status);
    }

    @Test
    void whatAnotherProcessSaidOfTheEndStands() throws Exception {
        var run = staged(lines(517, 700, "x"), true);
        try (var file = file(lines(517, 700, "x"))) {
            var isTaken = new AtomicBoolean();
            // As one that stood still for so long that another took it for dead, and gave its import up.
            var job = new ImportJob(runs.started(run.id).orElseThrow(), file, tools, () -> {
                if (isApplied(run.id, 100) && isTaken.compareAndSet(false, true)) {
                    runs.failed(run.id, "given up");
                }
                return true;
            });
            assertThrows(ImportJob.BrokenOffException.class, job::run);
        }
        assertTrue(runs.started(run.id).isEmpty());
        var ended = runs.get(run.id, Reach.ACROSS);
        assertEquals("failed", ended.status);
        assertEquals(ended.added, count(createdOf(517)), "what is stored is what was told");
        runs.ended(run.id, new ImportResult(true, "everything is stored", ImportTotals.NONE));
        assertEquals("failed", runs.get(run.id, Reach.ACROSS).status);
    }

    @Test
    void aProcessWithoutTheLeaseBeginsNothing() throws Exception {
        var run = staged(lines(518, 300, "x"), false);
        var stale = runs.started(run.id).orElseThrow();
        try (var file = file(lines(518, 300, "x"))) {
            var job = new ImportJob(runs.started(run.id).orElseThrow(), file, tools, () -> !isApplied(run.id, 100));
            assertThrows(ImportJob.BrokenOffException.class, job::run);
            var before = runs.get(run.id, Reach.ACROSS);
            var late = new ImportJob(stale, file, tools, () -> false);
            assertThrows(ImportJob.BrokenOffException.class, late::run);
            var after = runs.get(run.id, Reach.ACROSS);
            assertEquals(ImportRun.Phase.APPLYING, after.phase);
            assertEquals(before.read, after.read);
        }
        recovery.takeUpLost();
        assertEquals(300, endedRun(run.id).added);
    }

    @Test
    void oneThatGoesOnIsNotLost() throws Exception {
        var run = staged(lines(519, 10, "x"), false);
        runs.lost(run.id);
        assertNull(runs.started(run.id).orElseThrow().lostAt);
        recovery.takeUpLost();
        assertEquals("completed", endedRun(run.id).status);
    }

    @Test
    void importsOutliveTheLossOfEveryConnection() throws Exception {
        for (var query : List.of("", "?partial=true")) {
            var accepted = send(query, lines(query.isEmpty() ? 511 : 512, 1_200, "x"));
            for (int i = 0; i < 3; i++) {
                endOtherSessions();
                Thread.sleep(300);
            }
            var run = endedRun(UUID.fromString(accepted.path("id")));
            assertEquals("completed", run.status, String.valueOf(run.detail));
            assertEquals(1_200, run.read);
        }
        importLines("", lines(513, 2, "x")).then().body("status", equalTo("completed"));
    }

    @Test
    void itTellsWhenASearchFindsIt() throws InterruptedException {
        var word = "Brindlewick";
        var run = importLines("", lines(514, 3, word));
        for (int i = 0; i < 600 && run.path("searchable_at") == null; i++) {
            Thread.sleep(50);
            run = editor().get("/imports/" + run.path("id"));
        }
        var found = editor().get("/search?q=" + word);
        for (int i = 0; i < 60 && found.statusCode() == 503; i++) {
            found = editor().get("/search?q=" + word);
        }
        found.then().statusCode(200).body("total.value", equalTo(3));
        run.then().body("searchable_at", notNullValue());
    }

    @Test
    void anEditThatWaitsForAnImportIsToldSo() throws SQLException {
        var id = new UUID(515, 1);
        importLines("", lines(515, 2, "x")).then().body("status", equalTo("completed"));
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1 from service where id = '" + id + "' for update");
            report(id).then().statusCode(503).body("type", equalTo("/problems/unavailable"));
            var running = run(false);
            running.organizationId = UUID.randomUUID();
            running.lostAt = Instant.now();
            runs.add(running);
            var refused = report(id);
            refused.then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/import-in-progress"))
                    .body("detail", containsString("/imports/" + running.id));
            assertEquals(List.of(), finder.find(new Reach(UUID.randomUUID())).own());
            assertTrue(refused.time() < 4_000, "after " + refused.time());
            connection.rollback();
            runs.failed(running.id, "for the next test");
        }
        report(id).then().statusCode(200);
    }

    @Test
    void aCodeOfAnotherTermRefusesItsRowAlone() {
        var code = "zx." + letters();
        var first = UUID.randomUUID();
        var term = json("{'entity': 'taxonomy_term', 'id': '%s', 'code': '%s', 'name': 'T', 'description': 'd'}");
        var good = service(UUID.randomUUID(), "");
        editor().contentType("application/json")
                .body(json("{'code': '%s', 'name': 'T', 'description': 'd'}", code))
                .put("/taxonomy_terms/" + first)
                .then()
                .statusCode(201);
        var lines = good + "\n" + term.formatted(UUID.randomUUID(), code) + "\n" + service(UUID.randomUUID(), "");
        var run = importLines("?partial=true", lines);
        run.then()
                .body("status", equalTo("completed"))
                .body("totals.added", equalTo(2))
                .body("totals.refused", equalTo(1));
        named(run, code, first);
        var whole = importLines("", lines);
        whole.then().body("status", equalTo("failed")).body("totals.refused", equalTo(1));
        named(whole, code, first);
        editor().contentType("application/json")
                .body(json("{'code': '%s', 'name': 'T', 'description': 'd'}", code))
                .put("/taxonomy_terms/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/code"))
                .body("detail", containsString(code))
                .body("detail", containsString(first.toString()));
        // Two of one file, in one batch and in two.
        var other = "zy." + letters();
        var one = term.formatted(UUID.randomUUID(), other);
        var two = term.formatted(UUID.randomUUID(), other);
        for (var between : List.of("\n", "\n" + lines(516, 250, "x") + "\n")) {
            importLines("?dry_run=true", one + between + two)
                    .then()
                    .body("status", equalTo("failed"))
                    .body("totals.refused", equalTo(1));
        }
        importLines("?partial=true", one + "\n" + lines(516, 250, "x") + "\n" + two)
                .then()
                .body("totals.refused", equalTo(1));
    }

    private static String createdOf(int family) {
        return "select count(*) from history where entity = 'service' and op = 'create' and id between '"
                + new UUID(family, 0) + "' and '" + new UUID(family, 700) + "'";
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[0-9-]", "q");
    }

    private static void named(Response run, String code, UUID first) {
        editor().get(run.<String>path("faults"))
                .then()
                .body("faults", hasSize(1))
                .body("faults[0].row", equalTo(2))
                .body("faults[0].column", equalTo("code"))
                .body("faults[0].value", equalTo(code))
                .body("faults[0].remedy", containsString(first.toString()));
    }

    private ImportRun staged(String lines, boolean partial) throws Exception {
        var file = file(lines);
        var run = run(partial);
        run.stage(file.stage(), sealing);
        runs.add(run);
        return run;
    }

    private UploadBuffer file(String lines) throws Exception {
        var file = UploadBuffer.in(data.resolve("imports"));
        file.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    private static ImportRun run(boolean partial) {
        var run = new ImportRun();
        run.id = UUID.randomUUID();
        run.format = "NDJSON";
        run.partial = partial;
        run.status = "running";
        run.receivedAt = Instant.EPOCH;
        return run;
    }

    private boolean isApplied(UUID id, long rows) {
        var run = runs.get(id, Reach.ACROSS);
        return run.stores() && run.read >= rows;
    }

    /** The import once this process has done with it. */
    private ImportRun endedRun(UUID id) throws InterruptedException {
        for (int i = 0; i < 600 && queue.isOpen(id); i++) {
            Thread.sleep(50);
        }
        return runs.get(id, Reach.ACROSS);
    }

    private static Response send(String query, String lines) {
        return editor().contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/imports" + query);
    }

    private static boolean isOpen(Response accepted) {
        return "queued running"
                .contains(
                        editor().get(accepted.header("Location")).path("status").toString());
    }

    private static Response report(UUID service) {
        return editor().contentType("application/json")
                .body(json("{'code': 'waitlist'}"))
                .put("/services/" + service + "/capacity");
    }

    private long count(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String... commands) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }

    private void endOtherSessions() throws SQLException {
        run("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    private static String lines(int family, int count, String words) {
        return IntStream.range(0, count)
                .mapToObj(i -> service(
                        new UUID(family, i), json("'description': '%s %d',").formatted(words, i)))
                .collect(Collectors.joining("\n"));
    }
}
