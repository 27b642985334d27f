package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** What holds at every path of the description, whatever stands behind it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class EveryPathTest {

    private static final String ADMIN = "nwd_admin-of-the-tests";
    private static final String ID = UUID.randomUUID().toString();
    private static final String SITE = "https://any.example";

    private static final String ASKED_ABOUT_AGAIN = "no-cache";
    private static final String AN_HOUR = "public, max-age=3600";

    /** What is the same for everybody; all else is kept nowhere. */
    private static final Map<String, String> MAY_BE_KEPT = Map.of(
            "/services", ASKED_ABOUT_AGAIN,
            "/organizations", ASKED_ABOUT_AGAIN,
            "/service_at_locations", ASKED_ABOUT_AGAIN,
            "/taxonomies", ASKED_ABOUT_AGAIN,
            "/taxonomy_terms", ASKED_ABOUT_AGAIN,
            "/fhir/metadata", ASKED_ABOUT_AGAIN,
            "/attributes", AN_HOUR,
            "/facts", AN_HOUR,
            "/lenses", AN_HOUR);

    // Where there is no body these may be left out (RFC 9110, 9.3.2).
    private static final Set<String> OF_THE_BODY = Set.of("content-length", "content-encoding", "transfer-encoding");

    private static void assertHygiene(String what, Response answer) {
        assertEquals("nosniff", answer.header("X-Content-Type-Options"), what);
        assertEquals("no-referrer", answer.header("Referrer-Policy"), what);
        assertEquals(0, answer.headers().getValues("Set-Cookie").size(), what);
        assertEquals(0, answer.cookies().size(), what);
        assertEquals(null, answer.header("Server"), what);
        if (String.valueOf(answer.contentType()).startsWith("text/html")) {
            assertTrue(answer.header("Content-Security-Policy").contains("default-src 'none'"), what);
        }
    }

    private static String allowed(Set<String> methods) {
        var all = new TreeSet<>(methods);
        all.add("OPTIONS");
        if (all.contains("GET")) {
            all.add("HEAD");
        }
        return String.join(", ", all);
    }

    @Test
    void whatAPathDoesNotHaveIsRefusedWithWhatItHas() throws IOException {
        for (var path : Described.byPath().values()) {
            var allowed = allowed(path.keySet());
            var url = path.values().iterator().next().path(ID);
            for (var method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW")) {
                if (!allowed.contains(method)) {
                    var answer =
                            given().header("Authorization", "Bearer " + ADMIN).request(method, url);
                    assertEquals(405, answer.statusCode(), method + " " + url);
                    assertEquals(allowed, answer.header("Allow"), method + " " + url);
                    assertHygiene(method + " " + url, answer);
                }
            }
        }
    }

    @Test
    void everyPathSaysWhatItHas() throws IOException {
        for (var path : Described.byPath().values()) {
            var url = path.values().iterator().next().path(ID);
            var answer = given().options(url);
            assertEquals(204, answer.statusCode(), url);
            assertEquals(allowed(path.keySet()), answer.header("Allow"), url);
            assertEquals("", answer.asString(), url);
            assertEquals(null, answer.header("Access-Control-Allow-Origin"), url);
            assertHygiene(url, answer);
        }
    }

    @Test
    void pagesOfOtherSitesMayUseWhatIsOpenToReadAndNothingElse() throws IOException {
        for (var endpoint : Described.all()) {
            var answer = given().header("Origin", SITE)
                    .header("Access-Control-Request-Method", endpoint.method())
                    .header("Access-Control-Request-Headers", "content-type")
                    .options(endpoint.path(ID));
            var isOpen = endpoint.rule().opening() == Opening.READ;
            assertEquals(204, answer.statusCode(), endpoint.name());
            assertEquals(isOpen ? "*" : null, answer.header("Access-Control-Allow-Origin"), endpoint.name());
            assertEquals(null, answer.header("Access-Control-Allow-Credentials"), endpoint.name());
            var methods = answer.header("Access-Control-Allow-Methods");
            assertEquals(isOpen, methods != null, endpoint.name());
            assertTrue(!isOpen || List.of(methods.split(", ")).contains(endpoint.method()), endpoint.name());
        }
    }

    @Test
    void theHeadOfEveryAnswerIsThatOfTheAnswer() throws IOException {
        for (var endpoint : Described.all()) {
            if (endpoint.method().equals("GET")) {
                for (var accept : List.of("*/*", "text/html")) {
                    var url = endpoint.path(ID);
                    var get = asAdmin(accept).get(url);
                    var head = asAdmin(accept).head(url);
                    assertEquals(get.statusCode(), head.statusCode(), url);
                    assertEquals(headers(get), headers(head), url);
                    assertEquals("", head.asString(), url);
                    assertHygiene(url, get);
                    assertHygiene(url, head);
                }
            }
        }
    }

    @Test
    void whoSendsAnotherMediaTypeIsToldWhichIsTaken() throws IOException {
        var refused = 0;
        for (var endpoint : Described.all()) {
            var answer = asAdmin("*/*")
                    .contentType("text/x-other")
                    .body("x".getBytes(StandardCharsets.UTF_8))
                    .request(endpoint.method(), endpoint.path(ID));
            if (!endpoint.method().equals("GET") && answer.statusCode() == 415) {
                refused++;
                assertTrue(answer.asString().contains(endpoint.mediaType()), endpoint.name());
                assertEquals(
                        endpoint.method().equals("PATCH") ? endpoint.mediaType() : null,
                        answer.header("Accept-Patch"),
                        endpoint.name());
            }
        }
        assertTrue(refused > 25, refused + " endpoints with a body");
    }

    private static RequestSpecification asAdmin(String accept) {
        return given().header("Authorization", "Bearer " + ADMIN).accept(accept);
    }

    private static Map<String, List<String>> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().startsWith("RateLimit"))
                .filter(header -> !OF_THE_BODY.contains(header.getName().toLowerCase(Locale.ROOT)))
                .collect(Collectors.groupingBy(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.mapping(Header::getValue, Collectors.toList())));
    }

    @Test
    void onlyWhatIsTheSameForEverybodyMayBeKept() throws IOException {
        var wrong = new TreeMap<String, String>();
        for (var endpoint : Described.all()) {
            var request = endpoint.rule().opening() == Opening.KEYED
                    ? given().header("Authorization", "Bearer " + ADMIN)
                    : given();
            if (!endpoint.method().equals("GET")) {
                request.contentType(endpoint.mediaType());
            }
            var answer = request.request(endpoint.method(), endpoint.path(ID));
            var wanted = endpoint.method().equals("GET") && answer.statusCode() == 200
                    ? MAY_BE_KEPT.getOrDefault(endpoint.path(), "no-store")
                    : "no-store";
            var got = answer.header("Cache-Control");
            if (!wanted.equals(got)) {
                wrong.put(endpoint.name() + " " + answer.statusCode(), String.valueOf(got));
            }
            assertHygiene(endpoint.name(), answer);
        }
        assertEquals(Map.of(), wrong);
    }

    @Test
    void aKeyForEmbeddingWorksOnItsOwnPagesAlone() throws IOException {
        String key = KeysTest.with(ADMIN)
                .body("{\"name\":\"paths\",\"origins\":[\"https://partner.example\"]}")
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        for (var endpoint : Described.all()) {
            if (endpoint.method().equals("GET") && endpoint.rule().opening() == Opening.READ) {
                var url = endpoint.path(ID);
                var own = given().header("Authorization", "Bearer " + key)
                        .header("Origin", "https://partner.example")
                        .get(url);
                assertTrue(own.statusCode() != 401 && own.statusCode() != 403, url + " " + own.statusCode());
                assertEquals("https://partner.example", own.header("Access-Control-Allow-Origin"), url);
                assertEquals(null, own.header("Access-Control-Allow-Credentials"), url);
                for (var site :
                        List.of(SITE, "https://partner.example.evil.example", "http://partner.example", "null")) {
                    var foreign = given().header("Authorization", "Bearer " + key)
                            .header("Origin", site)
                            .get(url);
                    assertEquals(403, foreign.statusCode(), url + " from " + site);
                }
            }
        }
    }
}
