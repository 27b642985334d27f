package org.nowrongdoor.search.indexer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.DirectoryForTests;
import org.nowrongdoor.support.PoisonForTests;
import org.nowrongdoor.support.SearchForTests;

/** One record that cannot be indexed keeps no other from it, and is told. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SetAsideTest {

    @Inject
    PoisonForTests poison;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"freq\": \"MONTHLY\", \"interval\": 2147483647, \"bymonthday\": \"31\", \"dtstart\": \"2020-01-31\"}",
                "{\"freq\": \"MONTHLY\", \"interval\": 12, \"bymonthday\": \"30\", \"dtstart\": \"2020-02-29\"}",
                "{\"freq\": \"MONTHLY\", \"byday\": \"6MO\"}",
                "{\"freq\": \"WEEKLY\", \"byday\": \"MO,TU,WE,TH,FR,SA,SU\", \"timezone\": 1e29}"
            })
    void poisonedHoursAreUnknownAndToldAndStopNothing(String schedule) {
        var name = "Hourglass " + UUID.randomUUID().toString().substring(0, 8);
        var id = stored(name);
        poison.body(
                id,
                "{\"schedules\": [{\"id\": \"%s\", \"opens_at\": \"00:00\", \"closes_at\": \"23:59\", %s]}"
                        .formatted(UUID.randomUUID(), schedule.substring(1)));
        var next = stored("After " + name);
        SearchForTests.awaitIndexed();
        assertTrue(found("After " + name).contains(next.toString()));
        var hits = SearchForTests.search("{\"q\": \"%s\"}".formatted(name));
        assertEquals("call_first", hits.getString("hits.find { it.service.id == '" + id + "' }.open.state"));
        faults().then()
                .body("faults.findAll { it.service_id == '" + id + "' }.part", equalTo(List.of("hours")))
                .body("faults.findAll { it.service_id == '" + id + "' }.reason", equalTo(List.of("out_of_bounds")));
        poison.body(id, "{\"schedules\": []}");
        SearchForTests.awaitIndexed();
        faults().then().body("faults.service_id", not(hasItem(id.toString())));
    }

    @Test
    void aRecordThatCannotBeReadLeavesTheIndexAndComesBackWhenItChanges() {
        var name = "Broken " + UUID.randomUUID().toString().substring(0, 8);
        var id = stored(name);
        SearchForTests.awaitIndexed();
        assertTrue(found(name).contains(id.toString()));
        poison.body(id, "{\"schedules\": \"none\"}");
        SearchForTests.awaitIndexed();
        assertEquals(
                List.of(), found(name).stream().filter(id.toString()::equals).toList());
        assertEquals(Map.of("record", "unreadable"), reasons(id));
        poison.body(id, "{\"schedules\": []}");
        SearchForTests.awaitIndexed();
        assertTrue(found(name).contains(id.toString()));
        assertEquals(Map.of(), reasons(id));
    }

    @Test
    void aDocumentThatTheEngineRefusesIsTakenOutOfItsBatch() {
        var name = "Refused " + UUID.randomUUID().toString().substring(0, 8);
        var id = stored(name);
        var others = List.of(stored("Left of " + name), stored("Right of " + name));
        // The longest term that Lucene takes has 32,766 bytes.
        poison.body(id, "{\"aliases\": [\"" + "x".repeat(40_000) + "\"]}");
        poison.touch(List.of(others.get(0), id, others.get(1)));
        SearchForTests.awaitIndexed();
        assertEquals(Map.of("record", "refused_by_engine"), reasons(id));
        assertTrue(found(name).containsAll(others.stream().map(UUID::toString).toList()));
        given().header("Authorization", "Bearer nwd_admin-of-the-tests")
                .get("/q/metrics")
                .then()
                .body(containsString("directory_index_set_aside_total{part=\"record\""));
        poison.body(id, "{\"aliases\": []}");
        SearchForTests.awaitIndexed();
        assertTrue(found(name).contains(id.toString()));
    }

    @Test
    void anOrganisationIsToldOfItsOwnRecords() {
        var own = stored("Own hours");
        var other = stored("Other hours");
        var bad = "{\"schedules\": [{\"id\": \"%s\", \"freq\": \"MONTHLY\", \"byday\": \"6MO\"}]}"
                .formatted(UUID.randomUUID());
        poison.body(own, bad);
        poison.body(other, bad);
        SearchForTests.awaitIndexed();
        String key = DirectoryForTests.editor()
                .contentType("application/json")
                .body("""
                        {"name": "faults", "scopes": ["directory:write"], "organization_id": "%s"}""".formatted(new UUID(7, own.getLeastSignificantBits())))
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        given().header("Authorization", "Bearer " + key)
                .get("/faults")
                .then()
                .statusCode(200)
                .body("faults.service_id", equalTo(List.of(own.toString())))
                .body("faults[0].organization_id", equalTo(new UUID(7, own.getLeastSignificantBits()).toString()));
        assertEquals(Map.of("hours", "out_of_bounds"), reasons(other));
        given().get("/faults").then().statusCode(401);
        assertNull(faults().path("next"));
    }

    private static UUID stored(String name) {
        var id = UUID.randomUUID();
        DirectoryForTests.put(
                        "/services/" + id, DirectoryForTests.service(id, """
                        "phones": [{"number": "612-555-0199", "type": "voice"}],
                        "service_areas": [{"extent": "27", "extent_type": "text"}],""").replace("Open Door", name))
                .then()
                .statusCode(201);
        return id;
    }

    private static List<String> found(String name) {
        return SearchForTests.search("{\"q\": \"%s\", \"size\": 100}".formatted(name))
                .getList("hits.service.id", String.class);
    }

    private static Response faults() {
        return DirectoryForTests.editor().get("/faults");
    }

    private static Map<String, String> reasons(UUID id) {
        List<Map<String, String>> own = faults().path("faults.findAll { it.service_id == '" + id + "' }");
        return own.stream().collect(Collectors.toMap(fault -> fault.get("part"), fault -> fault.get("reason")));
    }
}
