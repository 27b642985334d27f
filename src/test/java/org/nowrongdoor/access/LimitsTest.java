package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.access.key.KeyFormat;
import org.nowrongdoor.http.ProvingGroundResource;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(LimitsTest.Narrow.class)
@SuppressWarnings("NullAway.Init")
class LimitsTest {

    // The common pool may be as small as one thread, and all three have to wait at once.
    private static final Executor THREADS = task -> new Thread(task).start();

    /** Few requests for each; addresses told apart by what a trusted proxy says. */
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "directory.access.anonymous-per-minute", "5",
                    "directory.access.key-per-minute", "3",
                    "directory.access.wrong-keys-per-minute", "2",
                    "directory.access.wrong-codes-per-minute", "2",
                    "directory.http.in-flight", "3",
                    "directory.http.body-seconds", "1",
                    "directory.http.streams", "0",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        }
    }

    @Inject
    DataSource database;

    @Inject
    KeyFormat format;

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    @Test
    void anAddressHasItsShareAndIsToldWhenToComeBack() {
        for (int i = 4; i >= 0; i--) {
            from("192.0.2.1")
                    .get("/problems")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"anonymous\";q=5;w=60")
                    .header("RateLimit", matchesPattern("\"anonymous\";r=" + i + ";t=\\d+"));
        }
        from("192.0.2.1")
                .get("/problems")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]|1[0-2]"))
                .header("RateLimit", containsString("r=0"))
                .body("type", equalTo("/problems/too-many-requests"));
        from("192.0.2.2").get("/problems").then().statusCode(200);
        from("192.0.2.1").get("/q/health/live").then().statusCode(200);
    }

    @Test
    void aNetworkOfIpv6AddressesIsOneCaller() {
        for (int i = 0; i < 5; i++) {
            from("2001:db8:0:1::" + i).get("/problems").then().statusCode(200);
        }
        from("2001:db8:0:1:ffff::1").get("/problems").then().statusCode(429);
        from("2001:db8:0:2::1").get("/problems").then().statusCode(200);
    }

    @Test
    void aKeyHasAShareOfItsOwn() {
        for (int i = 0; i < 3; i++) {
            KeysTest.with("nwd_admin-of-the-tests").get("/problems").then().statusCode(200);
        }
        KeysTest.with("nwd_admin-of-the-tests")
                .get("/problems")
                .then()
                .statusCode(429)
                .header("RateLimit-Policy", "\"key\";q=3;w=60");
    }

    @Test
    void aKeyForEmbeddingIsNotUsedUpAndCostsNoQuestionFromElsewhere() throws Exception {
        var key = "nwd_pub_" + "E".repeat(43);
        store(key, "{}", "{https://partner.example}");
        for (int i = 0; i < 4; i++) {
            embedded("192.0.2.41", key, "https://other.example").then().statusCode(403);
        }
        embedded("192.0.2.42", key, "https://partner.example").then().statusCode(200);
        try (var connection = database.getConnection();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("lock table api_key in access exclusive mode");
            // With the table closed, what asks the database would wait.
            var answer = CompletableFuture.supplyAsync(
                    () -> embedded("192.0.2.43", key, "https://other.example").statusCode(), THREADS);
            try {
                assertEquals(403, answer.get(20, TimeUnit.SECONDS));
            } finally {
                connection.rollback();
            }
        }
        embedded("192.0.2.41", key, "https://other.example").then().statusCode(403);
        embedded("192.0.2.42", key, "https://partner.example").then().statusCode(200);
    }

    /** Stored and not asked for: the shares of other keys are counted by other tests. */
    private void store(String key, String scopes, String origins) throws SQLException {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement("insert into api_key (id, name, prefix, digest, scopes, origins,"
                                + " created_at, created_by, made_by) values (gen_random_uuid(), 'n', ?, ?, ?::text[],"
                                + " ?::text[], now(), 'admin', 'admin')")) {
            insert.setString(1, key.substring(0, 16));
            insert.setBytes(2, HexFormat.of().parseHex(format.mark(key)));
            insert.setString(3, scopes);
            insert.setString(4, origins);
            insert.executeUpdate();
        }
    }

    private static Response embedded(String address, String key, String origin) {
        return from(address).auth().oauth2(key).header("Origin", origin).get("/problems");
    }

    @Test
    void whoeverTriesKeysIsStopped() {
        for (int i = 0; i < 2; i++) {
            from("192.0.2.9")
                    .header("Authorization", "Bearer nwd_" + i)
                    .get("/problems")
                    .then()
                    .statusCode(401);
        }
        from("192.0.2.9")
                .header("Authorization", "Bearer nwd_x")
                .get("/problems")
                .then()
                .statusCode(429);
        from("192.0.2.9").get("/problems").then().statusCode(200);
    }

    @Test
    void wrongKeysOfOneCallerDoNotKeepOthersOfItsAddressOut() throws SQLException {
        var key = "nwd_" + "F".repeat(43);
        store(key, "{stats:read}", "{}");
        for (int i = 0; i < 8; i++) {
            from("192.0.2.20")
                    .header("Authorization", "Bearer nwd_" + "A".repeat(42) + i)
                    .get("/fhir/metadata")
                    .then()
                    .statusCode(i < 2 ? 401 : 429);
        }
        from("192.0.2.20")
                .header("Authorization", "Bearer " + key)
                .get("/fhir/metadata")
                .then()
                .statusCode(200);
    }

    @Test
    void guessesAtTheOperatorsKeyRunOut() {
        for (int i = 0; i < 30; i++) {
            from("192.0.2.21").header("Authorization", "Bearer guess-" + i).get("/problems");
        }
        from("192.0.2.21")
                .header("Authorization", "Bearer nwd_admin-of-the-tests")
                .get("/problems")
                .then()
                .statusCode(429)
                .header("RateLimit-Policy", "\"wrong-keys\";q=2;w=60");
    }

    @ParameterizedTest
    @CsvSource({
        "101, GET, /nothing, Bearer x, 404",
        "102, GET, /nothing/at/all, Bearer x, 404",
        "103, OPTIONS, /search, Bearer x, 204",
        "104, DELETE, /search, Bearer x, 405",
        "105, GET, /problems, Basic x, 401",
        "106, GET, /problems, Bearer, 401",
        "107, GET, /q/openapi, Bearer x, 200",
        "108, GET, /q/nothing, Bearer x, 404",
        "109, PATCH, /services/a1a1a1a1-b2b2-4c3c-8d4d-e5e5e5e5e5e5, Bearer x, 415",
    })
    void noHeaderEscapesTheLimits(int host, String method, String path, String header, int status) {
        var address = "198.51.100." + host;
        for (int i = 0; i < 5; i++) {
            var answer = from(address)
                    .header("Authorization", header.equals("Bearer x") ? header + i : header)
                    .contentType(method.equals("PATCH") ? "text/plain" : "application/json")
                    .request(method, path);
            assertEquals(status, answer.statusCode(), method + " " + path);
        }
        from(address)
                .header("Authorization", header)
                .contentType(method.equals("PATCH") ? "text/plain" : "application/json")
                .request(method, path)
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]|1[0-2]"))
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"));
        from(address).get("/q/health/live").then().statusCode(200);
    }

    @Test
    void whoeverGuessesTheWordsOfAReferralIsStopped() {
        for (int i = 0; i < 2; i++) {
            from("192.0.2.10")
                    .contentType("application/json")
                    .body(json("{'client_code': 'able-about-above-absent-absorb-absurd'}"))
                    .post("/referrals/status")
                    .then()
                    .statusCode(404);
        }
        from("192.0.2.10")
                .contentType("application/json")
                .body(json("{'client_code': 'able-about-above-absent-absorb-access'}"))
                .post("/referrals/status")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d?"));
    }

    @Test
    void whatCannotBeAnsweredSoonIsSentAwayAtOnce() throws InterruptedException {
        var waiting = Stream.of("198.51.100.1", "198.51.100.2", "198.51.100.3")
                .map(address -> CompletableFuture.supplyAsync(() -> waitAtTheGate(address), THREADS))
                .toList();
        assertTrue(ProvingGroundResource.AT_THE_GATE.tryAcquire(3, 15, TimeUnit.SECONDS), "all three are let in");
        from("198.51.100.4")
                .get("/problems")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unavailable"));
        from("198.51.100.5").get("/q/health/live").then().statusCode(200);
        ProvingGroundResource.GATE.countDown();
        waiting.forEach(answer -> assertEquals("opened", answer.join()));
        from("198.51.100.6").get("/problems").then().statusCode(200);
    }

    /** Asks again when the room of an answer just given is not free yet. */
    private static String waitAtTheGate(String address) {
        return Stream.generate(() -> from(address).get("/proving-ground/wait"))
                .filter(answer -> answer.statusCode() != 503)
                .findFirst()
                .orElseThrow()
                .asString();
    }

    @Test
    void whoeverAsksForOneStreamTooManyIsSentAway() {
        from("198.51.100.11")
                .get("/services?format=ndjson")
                .then()
                .statusCode(503)
                .header("Retry-After", "1");
        from("198.51.100.11").get("/services").then().statusCode(200);
    }

    @Test
    void aBodyThatComesDropByDropIsCutOff() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream()
                    .write(("POST /proving-ground HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 198.51.100.9\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
        }
    }
}
