package org.nowrongdoor.support;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.nowrongdoor.search.indexer.Indexer;

/** Stores invented services through the door that editors use, and asks as callers do. */
public final class SearchForTests {

    static final String ADMIN = "Bearer nwd_admin-of-the-tests";

    private SearchForTests() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Stores or replaces a service whose id is made of its name. */
    public static void put(String name, String rest) {
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

    /** Sends services as one import, a line each, and waits until a search can see them. */
    public static void importAll(List<String> services) throws InterruptedException {
        var sent = given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .header("Authorization", ADMIN)
                .contentType("application/x-ndjson")
                .body(String.join("\n", services))
                .post("/imports?source=tests");
        assertEquals(202, sent.statusCode(), sent.asString());
        var location = sent.header("Location");
        var until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        var run = sent;
        while (DirectoryForTests.goesOn(run.asString()) && System.nanoTime() < until) {
            Thread.sleep(20);
            run = given().header("Authorization", ADMIN).get(location);
        }
        assertEquals("completed", run.path("status"), run.asString());
        awaitIndexed();
    }

    public static void delete(String name) {
        given().header("Authorization", ADMIN).header("If-Match", "*").delete("/services/" + id(name));
    }

    /** Waits until a search can see everything that was stored. */
    public static void awaitIndexed() {
        var indexer = Arc.container().instance(Indexer.class).get();
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < until) {
            // a change without its number yet counts as the very last
            var last = QuarkusTransaction.requiringNew().call(SearchForTests::lastChange);
            if (indexer.position() >= last) {
                return;
            }
            LockSupport.parkNanos(5_000_000);
        }
        fail("the index did not catch up within 20 s");
    }

    /** Waits until a search can also see what records show of others that changed. */
    public static void awaitTouched() throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!QuarkusTransaction.requiringNew().call(SearchForTests::isTouched)) {
            assertTrue(System.nanoTime() < until, "records that show what changed are not told of");
            Thread.sleep(5);
        }
        awaitIndexed();
    }

    private static boolean isTouched() {
        return (Boolean) Arc.container()
                .instance(EntityManager.class)
                .get()
                .createNativeQuery(
                        "select (select seq from touch_position) >= coalesce(max(last_seq) filter (where not derived), 0)"
                                + " and count(*) = count(last_seq) from change_log",
                        Boolean.class)
                .getSingleResult();
    }

    private static long lastChange() {
        return (Long) Arc.container()
                .instance(EntityManager.class)
                .get()
                .createNativeQuery(
                        "select coalesce(max(coalesce(last_seq, 9223372036854775807)), 0) from change_log", Long.class)
                .getSingleResult();
    }

    public static JsonPath search(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/search")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    public static String spoken(String body) {
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
