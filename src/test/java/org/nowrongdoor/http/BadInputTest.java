package org.nowrongdoor.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BadInputTest {

    private static final String GROUND = "/proving-ground";

    private static RequestSpecification asIs() {
        return given().urlEncodingEnabled(false);
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/" + slug))
                .body("status", equalTo(status));
    }

    private static ValidatableResponse post(String json) {
        return given().contentType("application/json").body(json).post(GROUND).then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "per_pag=5      | unknown-field        | did you mean \"per_page\"?",
                "zzz=1          | unknown-field        | \"zzz\" is not a parameter here",
                "fakt.x=1       | unknown-field        | is not a parameter here",
                "per_page=abc   | invalid-parameter    | per_page must be a whole number, was \"abc\"",
                "per_page=      | invalid-parameter    | per_page must be a whole number, was \"\"",
                "per_page=0     | invalid-parameter    | per_page must be greater than or equal to 1, was 0",
                "per_page=501   | invalid-parameter    | per_page must be less than or equal to 500, was 501",
                "minimal=yes    | invalid-parameter    | minimal must be true or false, was \"yes\"",
                "since=tomorrow | invalid-parameter    | since must be a day such as 2026-08-01",
                "kind=nope      | invalid-parameter    | kind must be one of INVALID_PARAMETER",
                "per_page=1&per_page=2 | invalid-parameter | per_page takes one value, was given 2 times",
                "age=29         | client-details-in-url | in \"client\"",
                "client.gender=woman | client-details-in-url | body",
                "need=%00       | invalid-parameter    | NUL",
                "need=%ff       | invalid-parameter    | UTF-8",
            })
    void aBadParameterIsRefusedByName(String query, String slug, String detail) {
        problem(asIs().get(GROUND + "?" + query).then(), 400, slug).body("detail", containsString(detail));
    }

    @Test
    void aBrokenEscapeIsRefused() throws IOException {
        for (var broken : List.of("%", "%z", "%zz", "%4")) {
            var answer = raw("GET " + GROUND + "?need=" + broken + " HTTP/1.1\r\nHost: a\r\n\r\n");
            assertEquals(" 400", answer.substring(8, 12), broken);
        }
    }

    @Test
    void aRepeatableParameterAndANamedFamilyAreTaken() {
        given().get(GROUND + "?need=a&need=b&fact.curfew=no").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                | invalid-body  |              | not valid JSON",
                "{\"name\":\"a\",}                | invalid-body  |              | not valid JSON",
                "{\"name\":\"a\"} 1               | invalid-body  |              | something follows",
                "{\"name\":\"a\",\"name\":\"b\"}  | invalid-body  |              | stands twice",
                "{\"nmae\":\"a\"}                 | unknown-field | /nmae        | did you mean \"name\"?",
                "{\"name\":\"a\",\"count\":\"x\"} | invalid-body  | /count       | must be a whole number, was \"x\"",
                "{\"name\":\"a\",\"some_id\":\"x\"} | invalid-body | /some_id    | must be a UUID, was \"x\"",
                "{\"name\":[]}                    | invalid-body  | /name        | must be a text",
                "{\"name\":\"a\",\"inner\":[{},{\"kind\":\"x\"}]} | invalid-body | /inner/1/kind | one of",
                "{\"name\":\"a\",\"inner\":[{},{\"cod\":\"x\"}]} | unknown-field | /inner/1/cod | \"code\"",
                "{\"name\":\"a\",\"inner\":[{\"code\":\"123456\"}]} | invalid-body | /inner/0/code | between 0 and 5",
                "{\"name\":\"\"}                  | invalid-body  | /name        | between 1 and 10",
                "{\"name\":null}                  | invalid-body  | /name        | must not be null",
                "{\"name\":\"a\\u0000\"}          | invalid-body  |              | NUL",
                "{\"name\":\"a\\ud800\"}          | invalid-body  |              | half a character",
                "{\"name\":\"a\",\"anything\":{\"x\":\"\\u0000\"}} | invalid-body | | NUL",
                "null                             | invalid-body  |              | must not be null",
                "7                                | invalid-body  |              | must be an object",
            })
    void aBadBodyIsRefusedByPlace(String json, String slug, String pointer, String detail) {
        var response = problem(post(json), 400, slug).body("detail", containsString(detail));
        if (pointer != null) {
            response.body("errors[0].pointer", equalTo(pointer));
        }
    }

    @Test
    void anEmptyBodyIsRefused() {
        problem(given().contentType("application/json").post(GROUND).then(), 400, "invalid-body");
    }

    @Test
    void aBodyThatIsTooDeepIsRefused() {
        problem(post(json("{'name':'a','anything':%s%s}", "[".repeat(70), "]".repeat(70))), 400, "invalid-body")
                .body("detail", containsString("at most 64 levels"));
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() {
        var bytes = "{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        problem(given().contentType("application/json").body(bytes).post(GROUND).then(), 400, "invalid-body")
                .body("detail", containsString("UTF-8"));
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        problem(post(json("{'name':'%s'}", "a".repeat(1_100_000))), 413, "payload-too-large")
                .body("detail", containsString("1048576"));
    }

    @Test
    void aBodyOfUnknownLengthOverTheLimitIsRefused() throws IOException {
        var chunk = "a".repeat(0x8000);
        var answer = raw("POST " + GROUND + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + ("8000\r\n" + chunk + "\r\n").repeat(33) + "0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("payload-too-large"), answer);
    }

    @Test
    void aPathThatIsNotThereIsNotFound() {
        problem(given().get("/no-such-thing").then(), 404, "not-found");
        problem(given().get("/proving-ground/failure/deeper").then(), 404, "not-found");
        problem(given().get("/problems/not-fund").then(), 404, "not-found").body("detail", containsString("not-found"));
    }

    @Test
    void anIdThatIsNoUuidIsSaidToBeNone() {
        problem(given().get(GROUND + "/abc").then(), 400, "invalid-parameter")
                .body("detail", equalTo("id must be a UUID, was \"abc\""));
    }

    @Test
    void aMethodThatIsNotThereNamesThoseThatAre() {
        problem(given().delete(GROUND).then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
    }

    @Test
    void optionsAndHeadAreAnswered() {
        given().options(GROUND).then().statusCode(204).header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
        given().head(GROUND).then().statusCode(200);
        problem(given().options("/nope").then(), 404, "not-found");
        given().options("/hsds-profile.json").then().statusCode(200);
    }

    @Test
    void mediaTypesThatDoNotFitAreRefused() {
        problem(given().accept("image/png").get(GROUND).then(), 406, "not-acceptable");
        problem(given().contentType("text/csv").body("a").post(GROUND).then(), 415, "unsupported-media-type");
    }

    @Test
    void aFailureOfOursGivesNothingAway() {
        problem(given().get(GROUND + "/failure?q=word").then(), 500, "internal-error")
                .body("detail", not(containsString("SELECT")))
                .body(allOf(not(containsString("canary")), not(containsString("IllegalState"))));
    }

    @Test
    void anEndpointWithoutARowIsRefusedToEverybody() {
        given().header("Authorization", "Bearer nwd_admin-of-the-tests")
                .put(GROUND + "/without-row")
                .then()
                .statusCode(is(405));
    }

    @Test
    void urlsAndHeadersAreBounded() throws IOException {
        problem(given().get(GROUND + "?need=" + "a".repeat(9000)).then(), 414, "uri-too-long");
        problem(given().get(GROUND + "?need=a" + "&need=a".repeat(101)).then(), 400, "invalid-parameter");
        problem(given().header("X-Long", "a".repeat(17_000)).get(GROUND).then(), 431, "headers-too-large");
        problem(asIs().get(GROUND + ";a=b").then(), 400, "invalid-parameter");
        var tooLong = raw("GET /?" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertEquals(" 414", tooLong.substring(8, 12));
    }

    @Test
    void problemsAreExplained() {
        given().accept("application/json")
                .get("/problems/not-found")
                .then()
                .statusCode(200)
                .body("status", equalTo(404));
        given().accept("text/html")
                .get("/problems/not-found")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("style-src 'sha256-"))
                .body(containsString("<h1>There is no such record</h1>"))
                .body(containsString("name=\"viewport\""));
        given().accept("text/html")
                .get("/problems")
                .then()
                .body(containsString("<a href=\"/problems/not-found\">There is no such record</a> (404)"));
        given().get("/problems").then().statusCode(200).contentType(containsString("json"));
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.setSoTimeout(5000);
            var answer = new byte[2000];
            int read = socket.getInputStream().readNBytes(answer, 0, 12);
            try {
                read += Math.max(0, socket.getInputStream().read(answer, read, answer.length - read));
            } catch (SocketTimeoutException | SocketException e) {
                // what came is what there is
            }
            return new String(answer, 0, read, StandardCharsets.ISO_8859_1);
        }
    }
}
