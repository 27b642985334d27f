package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** Sends words that appear nowhere else through every door, then looks for them wherever anything is kept. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(CanaryTest.EverythingLogged.class)
@SuppressWarnings("NullAway.Init")
class CanaryTest {

    private static final Path LOG = Path.of("target/canary.log");
    private static final String CANARY = "c4n4ry";
    private static final String ADMIN = "Bearer nwd_admin-of-the-tests";
    private static final String NUMBER = "98765431";
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

    @ConfigProperty(name = "directory.data")
    Path data;

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
                List.of(json("{'name':'%s'}", word), json("{'%s':1}", word), word, json("{'count':'%s'}", word))) {
            from().contentType("application/json").body(body).post("/proving-ground");
            from().contentType("application/json").body(body).post("/search");
            from().contentType("application/json").body(body).post("/services");
            from().contentType("application/json")
                    .header("Authorization", ADMIN)
                    .body(body)
                    .post("/keys");
        }
        replyTo(word);
        sayOfAPerson(word);
    }

    /** A link that is wrong, and what would be said by it. */
    private static void replyTo(String word) {
        var nothing = UUID.nameUUIDFromBytes(new byte[] {8});
        from().get("/provider/" + word + "/vetting");
        from().get("/organizations/" + nothing + "/vetting?lang=" + word);
        for (var path : List.of("", "/" + nothing + "/reply", "/" + nothing + "/reviews")) {
            from().contentType("application/json")
                    .body(json("{'token':'%1$s','text':'%1$s'}", word))
                    .post("/organizations/" + nothing + "/vetting" + path);
        }
    }

    /** Every attribute of a person with a word and with a number that stand nowhere else, and a call as they come. */
    private static void sayOfAPerson(String word) {
        var attributes = given().get("/attributes").jsonPath().<String>getList("code");
        assertTrue(attributes.size() > 20, attributes.toString());
        for (var attribute : attributes) {
            for (var value : List.of("\"" + word + "\"", json("['%s']", word), NUMBER)) {
                ask(json("{'client': {'%s': %s}}", attribute, value));
            }
        }
        for (var part : List.of(
                json("'q': 'bed tonight %s'", word),
                json("'where': {'place': '%s, MN'}", word),
                json("'where': {'postal_code': '%s'}", word),
                json("'where': {'lat': 44.%s, 'lon': -93.%s}", NUMBER, NUMBER),
                json("'after': '%s'", word),
                json("'needs': ['%s']", word),
                json("'require': {'languages': ['%s']}", word),
                json("'client': {'age': 29, 'income_percent_fpl': %s}, 'q': '%s'", NUMBER, word))) {
            ask("{" + part + "}");
        }
        from().get("/search?lat=44." + NUMBER + "&lon=-93." + NUMBER + "&radius_km=5");
        from().get("/suggest?q=" + word);
        from().get("/regions?q=" + word);
    }

    private static void ask(String body) {
        for (var path : List.of("/search", "/plan", "/referrals/preview")) {
            from().contentType("application/json")
                    .header("Authorization", ADMIN)
                    .body(body)
                    .post(path);
        }
        from().contentType("application/json").accept("text/plain").body(body).post("/search");
    }

    /** A person, her words and a reason go through every door of a referral. */
    @BeforeEach
    void handOver() {
        var door = UUID.nameUUIDFromBytes(new byte[] {7});
        staff().body("""
        {"id": "%s", "name": "A door", "status": "active", "eligibility": {"attribute": "age", "max": 30}}""".formatted(door)).put("/services/" + door);
        for (var client : List.of(
                json("{'age': 20}"), json("{'age': '%s'}", CANARY), json("{'%s': 1}", CANARY), json("{'age': 99}"))) {
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
                .body(json("{'client_code': '%s'}", CANARY))
                .post("/referrals/status");
    }

    private static void follow(String id, String answerUrl) {
        staff().get("/referrals/" + id);
        var token = answerUrl.substring(answerUrl.lastIndexOf('/') + 1);
        from().contentType("application/json")
                .body(json("{'decision': '%s'}", CANARY))
                .post("/answer/" + token);
        from().contentType("application/json")
                .body(json("{'decision': 'accept'}"))
                .post("/answer/" + token);
        staff().body(json("{'to': 'failed', 'reason': {'code': 'other', 'text': '%s'}}", CANARY))
                .post("/referrals/" + id + "/transitions");
    }

    private static RequestSpecification staff() {
        return from().contentType("application/json").header("Authorization", ADMIN);
    }

    private static RequestSpecification from() {
        return given().header("User-Agent", CANARY + "agent")
                .header("X-Forwarded-For", ADDRESS)
                .header("Origin", "https://" + CANARY + ".example");
    }

    private void assertSilent(String where, String text) {
        for (var canary : List.of(CANARY, ADDRESS, NUMBER, masterKey(), "nwd_admin-of-the-tests")) {
            var at = text.indexOf(canary);
            assertEquals(
                    -1,
                    at,
                    () -> where + " holds " + text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 100)));
        }
    }

    /** The secret of this server, as it lies in its file. */
    private String masterKey() {
        try {
            var key = Files.readString(data.resolve("keys/master")).strip();
            assertTrue(key.length() >= 32, "there is no master key to look for");
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noSecretIsInAnyAnswerThatTellsOfTheServer() {
        for (var path : List.of(
                "/q/openapi",
                "/q/metrics",
                "/q/health",
                "/q/health/ready",
                "/q/info",
                "/q/config",
                "/q/dev",
                "/q/dev-ui",
                "/q/arc",
                "/q/swagger-ui/",
                "/proving-ground/failure",
                "/keys",
                "/audit")) {
            assertSilent(path, given().get(path).asString());
            assertSilent(path, staff().get(path).asString());
        }
    }

    @Test
    void everyAppenderIsMasked() {
        var handlers = MaskedHandlers.all();
        assertTrue(handlers.size() >= 2, "the console and the file at least: " + handlers);
        for (var handler : handlers) {
            assertTrue(handler.getFilter() instanceof MaskedHandlers.Masked, handler.toString());
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
        var metrics = staff().get("/q/metrics").asString();
        assertSilent("metrics", metrics);
        assertTrue(metrics.contains("http_server_requests_seconds_count"), metrics);
    }

    @Test
    void noCanaryIsInAnyFile() throws IOException {
        var begun = FileTime.fromMillis(ManagementFactory.getRuntimeMXBean().getStartTime());
        for (var folder : List.of(data, Path.of(System.getProperty("java.io.tmpdir")))) {
            try (var files = Files.walk(folder, 4)) {
                for (var file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.endsWith("keys/master"))
                        .toList()) {
                    // A test that fails elsewhere prints its own request, key and all.
                    assertSilent(file.toString(), written(file, begun).replace(ADMIN, ""));
                }
            } catch (UncheckedIOException goneMeanwhile) {
                assertTrue(goneMeanwhile.getMessage() != null, "a file went away while it was looked for");
            }
        }
    }

    /** What stands in a file that was written since; other sessions on the machine have files of their own there. */
    private static String written(Path file, FileTime begun) {
        try {
            return Files.getLastModifiedTime(file).compareTo(begun) < 0 || Files.size(file) > 50_000_000
                    ? ""
                    : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrNotOurs) {
            return "";
        }
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
