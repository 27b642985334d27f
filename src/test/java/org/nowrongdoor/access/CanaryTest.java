package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.PostgresForTests;

/** Sends words that appear nowhere else through every door, then looks for them wherever anything is kept. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(CanaryTest.EverythingLogged.class)
@SuppressWarnings("NullAway.Init")
class CanaryTest {

    private static final Path LOG = Path.of("target/canary.log");
    private static final String CANARY = "c4n4ry";
    private static final String ADDRESS = "203.0.113.77";

    /** Every logger at the finest level that an operator could set. */
    public static class EverythingLogged implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var config = new TreeMap<>(Map.of(
                    "quarkus.log.level", "TRACE",
                    "quarkus.log.file.enabled", "true",
                    "quarkus.log.file.path", LOG.toString(),
                    "quarkus.log.file.level", "TRACE",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1"));
            for (var category : List.of("io.vertx", "io.netty", "io.quarkus", "org.hibernate", "org.jboss.resteasy")) {
                config.put("quarkus.log.category.\"" + category + "\".level", "TRACE");
            }
            return config;
        }
    }

    @Inject
    EntityManager entities;

    @BeforeEach
    void sing() {
        var word = CANARY + "word";
        for (var path : List.of(
                "/services?search=" + word,
                "/search?q=" + word,
                "/services?" + word + "=1",
                "/services/" + word,
                "/" + word,
                "/answer/" + word,
                "/proving-ground/failure?q=" + word,
                "/keys?age=" + word)) {
            from().get(path);
            from().options(path);
            from().delete(path);
            from().header("Authorization", "Bearer nwd_" + word).get(path);
        }
        for (var body :
                List.of("{\"name\":\"" + word + "\"}", "{\"" + word + "\":1}", word, "{\"count\":\"" + word + "\"}")) {
            from().contentType("application/json").body(body).post("/proving-ground");
            from().contentType("application/json").body(body).post("/search");
            from().contentType("application/json").body(body).post("/services");
            from().contentType("application/json")
                    .header("Authorization", "Bearer nwd_admin-of-the-tests")
                    .body(body)
                    .post("/keys");
        }
    }

    /** A person, her words and a reason go through every door of a referral. */
    @BeforeEach
    void handOver() {
        var door = java.util.UUID.nameUUIDFromBytes(new byte[] {7});
        staff().body("{\"id\": \"" + door + "\", \"name\": \"A door\", \"status\": \"active\","
                        + " \"eligibility\": {\"attribute\": \"age\", \"max\": 30}}")
                .put("/services/" + door);
        for (var client :
                List.of("{\"age\": 20}", "{\"age\": \"" + CANARY + "\"}", "{\"" + CANARY + "\": 1}", "{\"age\": 99}")) {
            var body = """
                    {"service_id": "%1$s", "client": %3$s, "override": {"reason": "%2$s because"},
                     "person": {"alias": "%2$s", "contact": [{"channel": "%2$s", "value": "%2$s", "code_word": "%2$s"}], "note": "%2$s"},
                     "consent": {"given_by": "%2$s", "method": "verbal", "to": "%2$s", "purpose": "%2$s"}}""".formatted(door, CANARY, client);
            staff().body(body).post("/referrals/preview");
            var sent = staff().header("Idempotency-Key", CANARY + client.hashCode())
                    .body(body)
                    .post("/referrals");
            if (sent.statusCode() == 201) {
                follow(sent.path("id"), sent.path("answer_url"));
            }
            if (client.contains("20") || client.contains("99")) {
                assertEquals(201, sent.statusCode(), "nobody was handed over");
            }
        }
        from().contentType("application/json")
                .body("{\"client_code\": \"" + CANARY + "\"}")
                .post("/referrals/status");
    }

    private static void follow(String id, String answerUrl) {
        staff().get("/referrals/" + id);
        var token = answerUrl.substring(answerUrl.lastIndexOf('/') + 1);
        from().contentType("application/json")
                .body("{\"decision\": \"" + CANARY + "\"}")
                .post("/answer/" + token);
        from().contentType("application/json")
                .body("{\"decision\": \"accept\"}")
                .post("/answer/" + token);
        staff().body("{\"to\": \"failed\", \"reason\": {\"code\": \"other\", \"text\": \"" + CANARY + "\"}}")
                .post("/referrals/" + id + "/transitions");
    }

    private static io.restassured.specification.RequestSpecification staff() {
        return from().contentType("application/json").header("Authorization", "Bearer nwd_admin-of-the-tests");
    }

    private static io.restassured.specification.RequestSpecification from() {
        return given().header("User-Agent", CANARY + "agent")
                .header("X-Forwarded-For", ADDRESS)
                .header("Origin", "https://" + CANARY + ".example");
    }

    private static void assertSilent(String where, String text) {
        for (var canary : List.of(CANARY, ADDRESS)) {
            var at = text.indexOf(canary);
            assertEquals(
                    -1,
                    at,
                    () -> where + " holds " + text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 100)));
        }
    }

    @Test
    void noCanaryIsInTheLog() throws IOException {
        Logger.getLogger("org.example.library").warnf("failed on /x?search=%s from %s", CANARY, ADDRESS);
        Logger.getLogger("org.example.library").error("failed", new IOException("/x?search=" + CANARY));
        var log = Files.readString(LOG);
        assertSilent("the log", log);
        assertTrue(log.contains("failed on /x?[withheld]"), log);
        assertTrue(log.contains("GET /services/{id} 4"), "the access log is not there");
        assertTrue(log.contains("a request failed"), "failures are not logged");
    }

    @Test
    void noCanaryIsInTheMetrics() {
        var metrics = given().get("/q/metrics").asString();
        assertSilent("metrics", metrics);
        assertTrue(metrics.contains("http_server_requests_seconds_count"), metrics);
    }

    @Test
    void noCanaryIsInAnyTable() {
        QuarkusTransaction.requiringNew().run(() -> {
            var tables = entities.createNativeQuery(
                            "select tablename from pg_tables where schemaname = 'public'", String.class)
                    .getResultList();
            for (var table : tables) {
                if (!"api_key".equals(table)) {
                    var rows = entities.createNativeQuery("select t::text from \"" + table + "\" t", String.class)
                            .getResultList();
                    assertSilent("table " + table, rows.toString());
                }
            }
        });
    }
}
