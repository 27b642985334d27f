package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** The body of a question has 64 KB, whichever endpoint it is put to; that of a record has more. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class QuestionBodyTest {

    private static final int MOST = 65_536;
    private static final String ADMIN = "Bearer nwd_admin-of-the-tests";

    @TestHTTPResource
    URI server;

    /** Every endpoint that anybody may put a question to, those that the table gains later included. */
    static Stream<String> questions() {
        var anonymous = EndpointRules.ALL.stream()
                .filter(rule -> rule.method().equals("POST") && rule.opening() == Opening.READ)
                .map(EndpointRule::path);
        var spelt = Stream.of("/search/", "//search", "/plan//");
        return Stream.of(anonymous, Stream.of("/referrals/preview", "/referrals/status"), spelt)
                .flatMap(paths -> paths);
    }

    private static String question(int bytes) {
        return "{\"q\": \"" + "a".repeat(bytes - 9) + "\"}";
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aLargerQuestionIsRefusedByItsLength(String path) throws IOException {
        var answer = exchange(
                "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + ADMIN
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + (MOST + 1) + "\r\n\r\n",
                List.of());
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("/problems/payload-too-large") && answer.contains("65536"), answer);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aLargerQuestionInChunksIsRefusedAsSoonAsItIsTooLong(String path) throws IOException {
        var chunk = "4000\r\n" + "a".repeat(0x4000) + "\r\n";
        var answer = exchange(
                "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + ADMIN
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
                List.of(chunk, chunk, chunk, chunk, chunk));
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    }

    @Test
    void aQuestionUpToTheBoundIsRead() {
        given().contentType("application/json")
                .body(question(MOST))
                .post("/search")
                .then()
                .statusCode(400)
                .body("detail", containsString("q must have at most 500 characters"));
    }

    @Test
    void aRecordMayBeLarger() {
        given().header("Authorization", ADMIN)
                .contentType("application/json")
                .body(question(2 * MOST))
                .put("/services/00000000-0000-4000-8000-00000000c057")
                .then()
                .statusCode(not(413));
    }

    /** What comes back before the body has been sent to its end. */
    private String exchange(String head, List<String> parts) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (var part : parts) {
                out.write(part.getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
            var answer = new StringBuilder();
            var buffer = new byte[4096];
            for (int read; !isWhole(answer) && (read = socket.getInputStream().read(buffer)) > 0; ) {
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
            return answer.toString();
        }
    }

    private static boolean isWhole(StringBuilder answer) {
        return answer.indexOf("}") > 0;
    }
}
