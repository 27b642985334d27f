package org.nowrongdoor.exchange.edit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** Edits that meet: a lock on a table holds each of them at the place where it could be passed. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class ConcurrentEditTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final UUID service = UUID.randomUUID();
    private final UUID organization = UUID.randomUUID();
    private final UUID location = UUID.randomUUID();
    private final UUID pair = UUID.randomUUID();

    @Inject
    DataSource source;

    @Test
    void ifMatchHoldsAgainstAnImportOfTheRecord() throws Exception {
        store();
        var edited = whilePaused(
                "update service set body = jsonb_set(body, '{alert}', '\"of the file\"') where id = ?", service);
        assertEquals(412, edited.statusCode(), edited.asString());
        assertEquals("of the file", given().get("/services/" + service).path("alert"));
    }

    @Test
    void ifMatchHoldsAgainstAnImportOfANestedRecord() throws Exception {
        store();
        var edited = whilePaused(
                "update location set body = jsonb_set(body, '{name}', '\"of the file\"') where id = ?", location);
        assertEquals(412, edited.statusCode(), edited.asString());
        assertEquals("of the file", given().get("/locations/" + location).path("name"));
    }

    @Test
    void ifMatchHoldsAgainstAPairThatWasNotSeen() throws Exception {
        store();
        var edited = whilePaused(
                "insert into service_at_location (id, service_id, location_id, last_modified, body)"
                        + " select gen_random_uuid(), service_id, location_id, now(), body - 'id' from service_at_location where service_id = ?",
                service);
        assertEquals(412, edited.statusCode(), edited.asString());
    }

    @Test
    void ifMatchHoldsAgainstADeletion() throws Exception {
        store();
        var edited = whilePaused("delete from service where id = ?", service);
        assertEquals(412, edited.statusCode(), edited.asString());
        given().get("/services/" + service).then().statusCode(404);
    }

    @Test
    void anEditOfAnyStateIsTakenAllTheSame() throws Exception {
        store();
        var tag = "*";
        var edited = whilePaused(
                tag, "update service set body = jsonb_set(body, '{alert}', '\"of the file\"') where id = ?", service);
        assertEquals(200, edited.statusCode(), edited.asString());
    }

    /** Holds an edit between the comparison with what its editor saw and the reading of what it writes over, and runs a
     *  statement as an import of another node would. */
    private Response whilePaused(String sql, UUID id) throws Exception {
        return whilePaused(editor().get("/services/" + service).header("ETag"), sql, id);
    }

    private Response whilePaused(String tag, String sql, UUID id) throws Exception {
        try (var held = hold("lock table retired_number in access exclusive mode")) {
            var edit = later(() -> editor().contentType("application/json")
                    .header("If-Match", tag)
                    .body(body(json("'alert': 'of the editor',")))
                    .put("/services/" + service));
            awaitWaiting("retired_number", 1);
            run(sql, id);
            held.rollback();
            return edit.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void ifMatchHoldsForDeletions() throws Exception {
        var term = UUID.randomUUID();
        put("/taxonomy_terms/" + term, json("{'name': 'Old %s', 'code': '%s', 'description': 'x'}", term, term))
                .then()
                .statusCode(201);
        var tag = editor().get("/taxonomy_terms/" + term).header("ETag");
        try (var held = hold("lock table service in access exclusive mode")) {
            var delete = later(() -> editor().header("If-Match", tag).delete("/taxonomy_terms/" + term));
            awaitWaiting("service", 1);
            run(
                    "update taxonomy_term set body = jsonb_set(body, '{name}', '\"New\"'), name = 'New' where id = ?",
                    term);
            held.rollback();
            var deleted = delete.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            assertEquals(412, deleted.statusCode(), deleted.asString());
        }
        given().get("/taxonomy_terms/" + term).then().statusCode(200);
        // Other tests count the terms.
        editor().header("If-Match", "*")
                .delete("/taxonomy_terms/" + term)
                .then()
                .statusCode(204);
    }

    @Test
    void anAddressThatIsAddedWhileItIsHiddenIsHiddenToo() throws Exception {
        store();
        var second = UUID.randomUUID();
        var added = UUID.randomUUID();
        var text = json("'description': 'Ring at 4711 Quillback Street.',");
        try (var held = hold("lock table history in exclusive mode")) {
            var addition = later(() -> put("/services/" + second, body(second, UUID.randomUUID(), added, text)));
            awaitWaiting("history", 1);
            var hiding = later(() -> editor().contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body(json("{'location_policy': 'hidden'}"))
                    .patch("/locations/" + location));
            awaitWaiting("", 2);
            held.rollback();
            assertEquals(
                    201, addition.get(LONGEST.toSeconds(), TimeUnit.SECONDS).statusCode());
            assertEquals(200, hiding.get(LONGEST.toSeconds(), TimeUnit.SECONDS).statusCode());
        }
        assertEquals("hidden", given().get("/locations/" + added).path("location_policy"));
        for (var path :
                new String[] {"/locations/" + added, "/services/" + second, "/services/" + second + "/history"}) {
            var shown = given().get(path).asString();
            assertFalse(shown.contains("Quillback"), () -> path + " shows " + shown);
        }
    }

    @Test
    void aServiceThatIsDeclinedWhileAnImportWaitsForItStaysAway() throws Exception {
        assertStaysAway(() -> importLines("?partial=true", body(json("'alert': 'of the file',"))));
    }

    @Test
    void aServiceThatIsDeclinedWhileAnEditOfItsOrganizationWaitsForItStaysAway() throws Exception {
        assertStaysAway(() -> editor().contentType("application/json")
                .header("If-Match", "*")
                .body(json(
                        "{'id': '%s', 'name': 'Meeting', 'description': 'Met', 'services': [{'id': '%s',"
                                + " 'name': 'Met', 'status': 'active', 'alert': 'of the editor'}]}",
                        organization, service))
                .put("/organizations/" + organization));
    }

    /** Writes a service while its provider is about to decline it. */
    private void assertStaysAway(Supplier<Response> writing) throws Exception {
        store();
        try (var declining = hold("lock table declined_listing in row exclusive mode");
                var statement = declining.createStatement()) {
            statement.execute(
                    "insert into declined_listing (service_id, declined_at) values ('" + service + "', now())");
            statement.execute("delete from service_at_location where service_id = '" + service + "'");
            statement.execute("delete from service where id = '" + service + "'");
            var written = later(writing);
            awaitWaiting("service", 1);
            declining.commit();
            var answer = written.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            assertEquals(200, answer.statusCode(), answer.asString());
        }
        given().get("/services/" + service).then().statusCode(404);
    }

    private void store() {
        put("/services/" + service, body("")).then().statusCode(201);
    }

    private String body(String more) {
        return body(service, pair, location, more);
    }

    private String body(UUID id, UUID at, UUID where, String more) {
        return json(
                "{'id': '%s', 'name': 'Met', 'status': 'active', %s"
                        + " 'organization': {'id': '%s', 'name': 'Meeting', 'description': 'Met'},"
                        + " 'service_at_locations': [{'id': '%s', 'location': {'id': '%s', 'organization_id': '%s',"
                        + " 'location_type': 'physical', 'addresses': [{'address_1': '4711 Quillback Street',"
                        + " 'city': 'Lincoln', 'state_province': 'NE', 'postal_code': '68501', 'country': 'US',"
                        + " 'address_type': 'physical'}]}}]}",
                id, more, organization, at, where, organization);
    }

    private static CompletableFuture<Response> later(Supplier<Response> work) {
        return CompletableFuture.supplyAsync(work);
    }

    private void run(String sql, UUID id) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            assertEquals(1, statement.executeUpdate(), sql);
        }
    }

    private Connection hold(String lock) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(lock);
        }
        return connection;
    }

    private void awaitWaiting(String query, int least) throws Exception {
        var sql =
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
                        + " and query like '%" + query + "%' and query not like '%withheld%'";
        var end = System.nanoTime() + LONGEST.toNanos();
        for (var waiting = 0; waiting < least; Thread.sleep(10)) {
            assertTrue(System.nanoTime() < end, () -> least + " wait for " + query);
            try (var connection = source.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                waiting = row.getInt(1);
            }
        }
    }
}
