package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** Every part of a question has a bound, the same in a body, in a URL and in the description of both. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SearchLimitsTest {

    private static final int LONGEST_REFUSAL = 8_000;

    private static String many(int count, String word) {
        return IntStream.range(0, count).mapToObj(i -> '"' + word + i + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static String pairs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"f" + i + "\": \"no\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    static Stream<Arguments> tooMuch() {
        var huge = "a b ".repeat(15_000);
        return Stream.of(
                Arguments.of(json("{'q': '%s'}", huge), "q must have at most 500 characters, had 60000"),
                Arguments.of(json("{'needs': %s}", many(5_000, "w")), "needs must be at most 20, were 5000"),
                Arguments.of(json("{'needs': ['%s']}", huge), "each of needs must have at most 100 characters"),
                Arguments.of(json("{'where': {'place': '%s'}}", huge), "place must have at most 200 characters"),
                Arguments.of(json("{'where': {'region': '%s'}}", huge), "region must have at most 100 characters"),
                Arguments.of(json("{'where': {'postal_code': '%s'}}", huge), "postal_code must have at most 100"),
                Arguments.of(json("{'facets': %s}", many(5_000, "f")), "facets must be at most 20, were 5000"),
                Arguments.of(json("{'lens': '%s'}", huge), "lens must have at most 100 characters"),
                Arguments.of(json("{'sort': '%s'}", huge), "sort must have at most 100 characters"),
                Arguments.of(json("{'after': '%s'}", huge), "after must have at most 100 characters"),
                Arguments.of(json("{'lang': '%s'}", huge), "lang must have at most 100 characters"),
                Arguments.of(json("{'unknowns': '%s'}", huge), "unknowns must have at most 100 characters"),
                require(json("'languages': %s", many(5_000, "l")), "languages must be at most 20, were 5000"),
                require(json("'languages': ['%s']", huge), "each of languages must have at most 100 characters"),
                require(json("'channels': %s", many(5_000, "c")), "channels must be at most 20, were 5000"),
                require(json("'led_by': %s", many(5_000, "p")), "led_by must be at most 20, were 5000"),
                require(json("'kinds': %s", many(5_000, "k")), "kinds must be at most 20, were 5000"),
                require(json("'status': %s", many(5_000, "s")), "status must be at most 20, were 5000"),
                require(json("'open_at': '%s'", huge), "open_at must have at most 100 characters"),
                require(json("'law_enforcement_at_most': '%s'", huge), "law_enforcement_at_most must have at most"),
                require(json("'facts': %s", pairs(4_000)), "facts must be at most 20, were 4000"),
                require(json("'facts': {'fees': %s}", many(5_000, "f")), "fees must be at most 20, were 5000"),
                require(json("'facts': {'%s': 'no'}", huge.substring(0, 5_000)), "had 5000"),
                Arguments.of(json("{'client': %s}", pairs(4_000)), "client may hold at most"),
                Arguments.of(json("{'client': {'children': [%s]}}", "{},".repeat(9_000) + "{}"), "children must be"),
                Arguments.of(json("{'client': {'languages': %s}}", many(5_000, "l")), "may hold 30 values"));
    }

    private static Arguments require(String what, String detail) {
        return Arguments.of(json("{'require': {%s}}", what), detail);
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void whatIsTooMuchIsRefusedWithItsBound(String body, String detail) {
        refused(post("/search", body), detail);
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void aPlanHasTheBoundsOfASearch(String body, String detail) {
        var planned = body.contains("\"needs\"") ? body.replace("[\"", "[\"legal\", \"") : null;
        if (planned == null) {
            planned = body.replaceFirst("\\{", json("{'needs': ['legal', 'basic.food'], "));
        }
        var said = detail.replace("were 5000", "were 500");
        refused(post("/plan", planned), said);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    private static void refused(ValidatableResponse answer, String detail) {
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail))
                .body("errors.size()", lessThanOrEqualTo(20));
        assertTrue(answer.extract().asString().length() < LONGEST_REFUSAL);
    }

    @Test
    void ofManyFaultsTheFirstTwentyAreTold() {
        var wrong = many(20, "x");
        var body = json("{'facets': %s, 'require': {'channels': %s, 'kinds': %s}}", wrong, wrong, wrong);
        post("/search", body)
                .statusCode(400)
                .body("errors", hasSize(20))
                .body("detail", equalTo("60 things in the question are not valid, of which the first 20 are told"));
    }

    @Test
    void signsThatStandForManyLettersCountAsWhatTheyStandFor() {
        var phrase = "\uFDFA"; // eighteen letters
        refused(
                post("/search", json("{'q': '%s'}", phrase.repeat(500))),
                "q must have at most 500 characters, had 9000");
        refused(post("/search", json("{'q': '%s'}", (phrase + " ").repeat(250))), "had 4750");
        refused(post("/search", json("{'where': {'place': '%s'}}", phrase.repeat(200))), "place must have at most 200");
        given().queryParam("q", phrase.repeat(100))
                .get("/suggest")
                .then()
                .statusCode(400)
                .body("detail", containsString("q must have at most 100 characters, had 1800"));
        given().queryParam("q", phrase.repeat(500)).get("/search").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"日", "щ", "a", "\uD83C\uDFE0", "é", "\u0301a"})
    void oneWordOfAnyLengthThatMayBeSentIsAnswered(String letter) {
        var word = letter.repeat(500 / letter.length());
        post("/search", json("{'q': '%s'}", word)).statusCode(200);
        given().queryParam("q", letter.repeat(100 / letter.length()))
                .get("/suggest")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "+999999999-01-01T00:00:00Z, 400",
        "-999999999-01-01T00:00:00Z, 400",
        "0000-01-01T00:00:00Z, 400",
        "+10000-01-01T00:00:00Z, 400",
        "9999-12-31T23:59:59-18:00, 200",
        "0001-01-01T00:00:00+18:00, 200"
    })
    void openAtIsATimeOfFourDigitsAYear(String time, int status) {
        post("/search", json("{'require': {'open_at': '%s'}}", time)).statusCode(status);
        given().queryParam("open_at", time).get("/search").then().statusCode(status);
    }

    @Test
    void wordsBeyondThoseThatAreSearchedAreTold() {
        var words = IntStream.range(0, 40)
                .mapToObj(i -> "zq" + (char) ('a' + i % 26) + i)
                .toList();
        var told = SearchForTests.search(json("{'q': '%s'}", String.join(" ", words)))
                .getList("interpreted_as.unresolved.text", String.class);
        assertTrue(told.contains(String.join(" ", words.subList(24, 40))), told.toString());
    }

    @Test
    void aFacetThatIsAskedForTwiceIsCountedOnce() {
        var facets = SearchForTests.search(json("{'facets': ['kind', 'kind', 'kind']}"));
        assertEquals(Map.of("kind", 1).keySet(), facets.getMap("facets").keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q | 501 | q must have at most 500 characters, had 501",
                "need | 101 | each of needs must have at most 100 characters, had 101",
                "place | 201 | place must have at most 200 characters, had 201",
                "language | 101 | each of languages must have at most 100 characters, had 101",
                "lens | 101 | lens must have at most 100 characters, had 101"
            })
    void aUrlHasTheBoundsOfABody(String name, int length, String detail) {
        given().queryParam(name, "a".repeat(length))
                .get("/search")
                .then()
                .statusCode(400)
                .body("detail", containsString(detail));
    }

    @Test
    void theDescriptionTellsTheSameBoundsOfBodyAndUrl() throws Exception {
        var api = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        var schemas = api.path("components").path("schemas");
        var body = schemas.path("SearchRequest").path("properties");
        var url = new LinkedHashMap<String, JsonNode>();
        api.path("paths")
                .path("/search")
                .path("get")
                .path("parameters")
                .forEach(parameter -> url.put(parameter.path("name").asText(), parameter.path("schema")));
        assertEquals(500, body.path("q").path("maxLength").asInt());
        assertEquals(500, url.get("q").path("maxLength").asInt());
        assertEquals(20, body.path("needs").path("maxItems").asInt());
        assertEquals(20, url.get("need").path("maxItems").asInt());
        assertEquals(100, body.path("needs").path("items").path("maxLength").asInt());
        assertEquals(100, url.get("need").path("items").path("maxLength").asInt());
        assertEquals(200, url.get("place").path("maxLength").asInt());
        assertEquals(
                200,
                schemas.path("SearchWhere")
                        .path("properties")
                        .path("place")
                        .path("maxLength")
                        .asInt());
        assertEquals(20, schemas.path("RequiredFacts").path("maxProperties").asInt());
    }

    @Test
    void hostileNamesAreRefusedBeforeTheyAreCounted() {
        var unknown =
                IntStream.range(0, 5_000).mapToObj(i -> "\"k" + i + "\": 1").collect(Collectors.joining(","));
        post("/search", "{" + unknown + "}")
                .statusCode(400)
                .body("type", is("/problems/unknown-field"))
                .body("errors", hasSize(1));
        post("/search", "{" + unknown.repeat(20) + "}").statusCode(anyOf(is(400), is(413)));
    }
}
