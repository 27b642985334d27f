package org.nowrongdoor.http.metric;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SmallServer;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(SmallServer.class)
class MetricsTest {

    private static final String ADMIN = "nwd_admin-of-the-tests";

    private static String page() {
        return given().auth()
                .oauth2(ADMIN)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String key(String scope) {
        return given().auth()
                .oauth2(ADMIN)
                .contentType("application/json")
                .body(Map.of("name", "Metrics", "scopes", new String[] {scope}))
                .post("/keys")
                .path("key");
    }

    @Test
    void theyAreForKeysThatMayReadStatistics() {
        for (var path : new String[] {"/q/metrics", "//q/metrics", "/q//metrics", "/q/%6detrics", "/q/./metrics"}) {
            var answer = given().urlEncodingEnabled(false).get(path);
            assertTrue(answer.statusCode() >= 400, path);
            assertFalse(answer.asString().contains("http_server"), path);
        }
        for (var path : new String[] {"/q/metrics/", "/q/metrics/jvm", "/q/prometheus", "/q/metrics/prometheus"}) {
            assertFalse(given().get(path).asString().contains("jvm_"), path);
        }
        given().get("/q/metrics").then().statusCode(401).contentType("application/problem+json");
        given().auth().oauth2(key("referrals:write")).get("/q/metrics").then().statusCode(403);
        var answer = given().auth().oauth2(key("stats:read")).get("/q/metrics");
        answer.then().statusCode(200).header("Cache-Control", "no-store");
        assertTrue(answer.contentType().startsWith("text/plain"), answer.contentType());
        assertTrue(answer.asString().contains("jvm_memory_used_bytes"), answer.asString());
    }

    @Test
    void whatPeopleDoIsToldInStepsOfEleven() {
        for (int i = 0; i < 10; i++) {
            given().contentType("application/json")
                    .body("{\"client_code\": \"a b\"}")
                    .post("/referrals/status");
        }
        for (int i = 0; i < 30; i++) {
            given().get("/lenses").then().statusCode(200);
        }
        var page = page();
        var counts = Pattern.compile("(?m)^http_server\\w+_count(?:\\{.*\\})? (\\S+)$")
                .matcher(page)
                .results()
                .toList();
        assertFalse(counts.isEmpty(), page);
        for (var count : counts) {
            assertEquals(0, Double.parseDouble(count.group(1)) % 11, count.group());
        }
        assertTrue(page.contains("uri=\"/lenses\""), page);
        assertFalse(page.contains("requests_seconds_max{"), page);
    }

    @Test
    void neitherRawMethodsNorUnknownPathsAreLabels() throws IOException {
        page();
        var before = series();
        for (int round = 0; round < 30; round++) {
            var requests = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                requests.append("X%d-%d /nowhere/%d HTTP/1.1\r\nHost: a\r\n%s\r\n"
                        .formatted(round, i, i, i == 99 ? "Connection: close\r\n" : ""));
            }
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
                socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertFalse(answer.contains("X" + round + "-"), answer);
            }
        }
        for (int i = 0; i < 50; i++) {
            given().get("/unknown/" + i + "/path");
        }
        var page = page();
        assertFalse(page.contains("X1-1") || page.contains("nowhere") || page.contains("unknown/"), page);
        assertTrue(page.contains("method=\"OTHER\""), page);
        assertTrue(series() <= before + 4, before + " series became " + series());
    }

    private static long series() {
        return page().lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                .count();
    }

    @Test
    void anOperatorsPortNeedsNoKeyAndServesNothingElse() throws Exception {
        var port = ConfigProvider.getConfig().getValue("directory.metrics.port", Integer.class);
        var client = HttpClient.newHttpClient();
        for (var path : new String[] {"/q/metrics", "/", "/services", "/q/health"}) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(path.equals("/q/metrics") ? 200 : 404, answer.statusCode(), path);
            assertEquals(path.equals("/q/metrics"), answer.body().contains("jvm_memory_used_bytes"), path);
        }
    }
}
