package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;

/** Stores invented services through the door that editors use, and asks as callers do. */
final class SearchForTests {

    static final String ADMIN = "Bearer nwd_admin-of-the-tests";

    private SearchForTests() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Stores or replaces a service whose id is made of its name. */
    static void put(String name, String rest) {
        var body = """
                {"id": "%s", "name": "%s", "status": "active", %s}""".formatted(id(name), name, rest);
        var first = given().header("Authorization", ADMIN)
                .contentType("application/json")
                .body(body)
                .put("/services/" + id(name));
        if (first.statusCode() == 428) {
            given().header("Authorization", ADMIN)
                    .header("If-Match", "*")
                    .contentType("application/json")
                    .body(body)
                    .put("/services/" + id(name))
                    .then()
                    .statusCode(200);
        } else {
            assertEquals(201, first.statusCode(), first.asString());
        }
    }

    static void delete(String name) {
        given().header("Authorization", ADMIN).header("If-Match", "*").delete("/services/" + id(name));
    }

    /** Waits until a search can see everything that was stored. */
    static void awaitIndexed() {
        var indexer = Arc.container().instance(Indexer.class).get();
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < until) {
            // a change without its number yet counts as the very last
            var last = QuarkusTransaction.requiringNew().call(SearchForTests::lastChange);
            if (indexer.position() >= last) {
                return;
            }
            Thread.onSpinWait();
        }
        fail("the index did not catch up within 20 s");
    }

    private static long lastChange() {
        return (Long) Arc.container()
                .instance(EntityManager.class)
                .get()
                .createNativeQuery(
                        "select coalesce(max(coalesce(last_seq, 9223372036854775807)), 0) from change_log", Long.class)
                .getSingleResult();
    }

    static JsonPath search(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/search")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    static String spoken(String body) {
        return given().contentType("application/json")
                .accept("text/plain")
                .body(body)
                .post("/search")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
