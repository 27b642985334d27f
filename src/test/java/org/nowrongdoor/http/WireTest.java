package org.nowrongdoor.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** How answers are negotiated, linked and repeated, whatever they hold. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WireTest {

    private static final RestAssuredConfig AS_IT_COMES = RestAssuredConfig.config()
            .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    private final UUID id = UUID.randomUUID();

    private static RequestSpecification asks(String accept) {
        return given().header("Accept", accept);
    }

    private static ValidatableResponse search(String body) {
        return given().contentType("application/json")
                .body(json(body))
                .post("/search")
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-8",
                "application/json;charset=utf-8;q=0.9, text/html",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "nonsense",
                "application/json;q=much, */*"
            })
    void acceptIsReadAlikeEverywhere(String accept) {
        for (var path : new String[] {"/search?q=bed", "/services", "/lenses", "/regions", "/changes?after=now", "/"}) {
            asks(accept).get(path).then().statusCode(200).contentType(startsWith("application/json"));
        }
        asks(accept)
                .contentType("application/json")
                .body("{}")
                .post("/search")
                .then()
                .statusCode(200);
        asks(accept)
                .contentType("application/json")
                .body("{}")
                .post("/services")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/search?q=bed | text/csv;charset=utf-8 | text/csv",
                "/search?q=bed | text/plain; charset=utf-8 | text/plain",
                "/search?q=bed | application/json;q=0, application/* | application/geo+json",
                "/services | application/x-ndjson; charset=utf-8 | application/x-ndjson",
                "/services | application/x-ndjson;q=0.1, application/json | application/json",
                "/problems | text/html,application/xhtml+xml,*/*;q=0.8 | text/html;charset=UTF-8",
                "/problems | */* | application/json",
                "/fhir/metadata | application/json; fhirVersion=4.0 | application/json",
                "/fhir/metadata | */* | application/fhir+json"
            })
    void theBestOfWhatThereIsIsGiven(String path, String accept, String type) {
        asks(accept).get(path).then().statusCode(200).contentType(startsWith(type));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/search?q=bed | text/csv",
                "/services | application/x-ndjson",
                "/services/00000000-0000-4000-8000-000000000000 | application/json",
                "/problems | text/html",
                "/lenses | application/json",
                "/changes | application/json"
            })
    void whatThereIsNotIsRefusedWithWhatThereIs(String path, String offer) {
        asks("image/png")
                .get(path)
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("detail", containsString(offer));
        asks("*/*;q=0").get(path).then().statusCode(406);
    }

    @Test
    void nothingIsDoneForAnAnswerThatIsNotWanted() {
        editor().header("Accept", "text/csv")
                .contentType("application/json")
                .body(json("{'name': 'x', 'scopes': []}"))
                .post("/keys")
                .then()
                .statusCode(406);
        asks("image/png")
                .get("/fhir/metadata")
                .then()
                .statusCode(406)
                .body("resourceType", equalTo("OperationOutcome"));
        asks("image/png").get("/nowhere").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "es, '', es",
        "'es-MX,en;q=0.5', '', es",
        "'fr, es;q=0.1', '', es",
        "'', '', en",
        "en, es-MX, es",
        "es, en, en"
    })
    void theLanguageIsTheOneThatIsNamedOrElseLiked(String header, String named, String language) {
        for (var path : new String[] {"/safety", "/search?q=bed", "/suggest?q=nar"}) {
            var request = named.isEmpty() ? given() : given().queryParam("lang", named);
            request.header("Accept-Language", header)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Content-Language", equalTo(language))
                    .header("Vary", containsString("Accept-Language"));
        }
        given().header("Accept-Language", header)
                .contentType("application/json")
                .body(named.isEmpty() ? "{}" : "{\"lang\": \"" + named + "\"}")
                .post("/search")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo(language));
    }

    @Test
    void aLanguageThatWeDoNotSpeakIsRefusedByName() {
        given().get("/safety?lang=fr-CA").then().statusCode(400).body("errors[0].pointer", equalTo("lang"));
        search("{'lang': 'fr'}").statusCode(400).body("errors[0].pointer", equalTo("/lang"));
    }

    @Test
    void theWordsAreInTheLanguage() {
        given().header("Accept-Language", "es")
                .get("/suggest?q=refug")
                .then()
                .body("text", hasItem("Refugio de emergencia"));
        given().header("Accept-Language", "es-MX").get("/safety").then().body("lang", equalTo("es"));
    }

    @Test
    void aListTellsHowManyThereAreAndWhereTheOthersStand() {
        var answer = given().get("/taxonomy_terms?per_page=2&page=2")
                .then()
                .statusCode(200)
                .extract();
        assertEquals(String.valueOf(answer.<Integer>path("total_items")), answer.header("X-Total-Count"));
        var link = answer.header("Link");
        assertTrue(link.contains("</taxonomy_terms?per_page=2&page=3>; rel=\"next\""), link);
        assertTrue(link.contains("</taxonomy_terms?per_page=2&page=1>; rel=\"prev\""), link);
        assertTrue(link.contains("rel=\"first\"") && link.contains("rel=\"last\""), link);
        given().contentType("application/json")
                .body("{\"search\": \"bed\"}")
                .post("/taxonomy_terms")
                .then()
                .header("X-Total-Count", matchesPattern("\\d+"))
                .header("Link", nullValue());
        given().get("/").then().header("Link", containsString("/q/openapi>; rel=\"service-desc\""));
        assertTrue(given().get("/").headers().getValues("Link").toString().contains("rel=\"describedby\""));
    }

    @Test
    void theTagTellsTheCodingAndNamesTheRecordInEach() {
        put("/services/" + id, service(id, ""));
        var path = "/services/" + id;
        var plain = given().config(AS_IT_COMES)
                .header("Accept-Encoding", "identity")
                .get(path)
                .header("ETag");
        var gzip = given().config(AS_IT_COMES)
                .header("Accept-Encoding", "gzip")
                .get(path)
                .header("ETag");
        assertEquals(plain.substring(0, 25) + "-gzip\"", gzip);
        for (var tag : new String[] {plain, gzip, plain.substring(0, 25) + "-br\""}) {
            for (var coding : new String[] {"identity", "gzip"}) {
                given().header("If-None-Match", tag)
                        .header("Accept-Encoding", coding)
                        .get(path)
                        .then()
                        .statusCode(304);
            }
        }
        editor().header("If-Match", gzip)
                .contentType("application/merge-patch+json")
                .body("{\"alert\": \"Closed\"}")
                .patch(path)
                .then()
                .statusCode(200);
        editor().header("If-Match", gzip)
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(path)
                .then()
                .statusCode(412);
    }

    @Test
    void whoHasItSinceThenGets304AndNeverAnOlderOne() {
        put("/services/" + id, service(id, ""));
        var path = "/services/" + id;
        var read = given().get(path).header("Last-Modified");
        since(read, path).statusCode(304);
        given().header("If-Modified-Since", read).head(path).then().statusCode(304);
        since("Sunday, 06-Nov-94 08:49:37 GMT", path).statusCode(200);
        since("yesterday", path).statusCode(200);
        given().header("If-Modified-Since", read)
                .header("If-None-Match", "\"other\"")
                .get(path)
                .then()
                .statusCode(200);
        // Within the same second, mostly.
        for (int edit = 0; edit < 5; edit++) {
            replace(path, service(id, json("'alert': 'Edit " + edit + "',")));
            since(read, path).statusCode(200).body("alert", equalTo("Edit " + edit));
            read = given().get(path).header("Last-Modified");
        }
    }

    @Test
    void aListIsNotTakenForUnchangedWhenARecordHasLeftIt() {
        put("/services/" + id, service(id, ""));
        var other = UUID.randomUUID();
        put(
                "/services/" + other,
                service(other, "")
                        .replace(
                                new UUID(7, other.getLeastSignificantBits()).toString(),
                                new UUID(7, id.getLeastSignificantBits()).toString()));
        var list = "/services?organization_id=" + new UUID(7, id.getLeastSignificantBits());
        var read = given().get(list).header("Last-Modified");
        editor().header("If-Match", "*").delete("/services/" + other);
        since(read, list).statusCode(200).body("total_items", equalTo(1));
    }

    private static ValidatableResponse since(String time, String path) {
        return given().header("If-Modified-Since", time).get(path).then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/openapi?format=json", "/hsds-profile.json"})
    void theDescriptionIsOpenToPagesOfOtherSitesAndPacked(String path) {
        given().config(AS_IT_COMES)
                .header("Accept-Encoding", "gzip")
                .header("Origin", "https://editor.example")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"))
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Cache-Control", not(containsString("immutable")));
        given().config(AS_IT_COMES)
                .header("Accept-Encoding", "identity")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Encoding", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'size': 5.9} | /size | must be a whole number, was 5.9",
                "{'size': '00115'} | /size | must be a whole number, was \"00115\"",
                "{'size': true} | /size | must be a whole number, was true",
                "{'q': true} | /q | must be a text, was true: write it in quotation marks",
                "{'q': 7} | /q | must be a text, was 7: write it in quotation marks",
                "{'needs': [7]} | /needs/0 | must be a text, was 7",
                "{'discreet': 1} | /discreet | must be true or false, was 1",
                "{'discreet': 'true'} | /discreet | must be true or false, was \"true\": write it without quotation marks",
                "{'where': {'lat': '44.9', 'lon': -93}} | /where/lat | must be a number, was \"44.9\"",
                "{'where': {'postal_code': 55401}} | /where/postal_code | must be a text, was 55401",
                "{'require': {'free': 'yes'}} | /require/free | must be true or false",
                "{'require': {'verified_within_days': '30'}} | /require/verified_within_days | must be a whole number"
            })
    void scalarsAreNotCoerced(String body, String pointer, String detail) {
        search(body).statusCode(400).body("errors[0].pointer", equalTo(pointer)).body("detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource({"/services, per_page, 2.5", "/services, per_page, '\"2\"'", "/services, full, 1", "/services, search, 7"
    })
    void scalarsOfATwinAreNotCoerced(String path, String name, String value) {
        given().contentType("application/json")
                .body("{\"" + name + "\": " + value + "}")
                .post(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/" + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "GZIP", "identity, gzip", "aes128gcm"})
    void aPackedBodyIsRefusedByName(String coding) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        for (var path : new String[] {"/search", "/services", "/referrals", "/imports"}) {
            given().header("Content-Encoding", coding)
                    .contentType("application/json")
                    .body(packed.toByteArray())
                    .post(path)
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json")
                    .header("Accept-Encoding", equalTo("identity"))
                    .body("detail", containsString(coding));
        }
        given().header("Content-Encoding", "identity")
                .contentType("application/json")
                .body("{}")
                .post("/search")
                .then()
                .statusCode(200);
    }

    @Test
    void suggestionsAreOfTheTypesThatAreAskedFor() {
        given().get("/suggest?q=min&type=place")
                .then()
                .statusCode(200)
                .body("type", everyItem(equalTo("place")))
                .body("size()", equalTo(10));
        given().get("/suggest?q=min&limit=3").then().body("", hasSize(3));
        given().get("/suggest?q=me&type=need&type=place&limit=2")
                .then()
                .body("size()", lessThanOrEqualTo(2))
                .body("type", everyItem(matchesPattern("need|place")));
        given().get("/suggest?q=min&type=query").then().statusCode(200);
        for (var wrong : new String[] {"type=nead", "limit=0", "limit=11", "limit=x"}) {
            given().get("/suggest?q=min&" + wrong).then().statusCode(400);
        }
    }

    @Test
    void phonesSayWhatIsDialledAndTakeItBack() {
        var phones = "'phones': [{'number': '612-555-0143', 'extension': 12}, {'number': '88788', 'type': 'text'},"
                + " {'number': '612-555-0144', 'type': 'fax'}],";
        put("/services/" + id, service(id, json(phones))).then().statusCode(201);
        var path = "/services/" + id;
        var shown = given().get(path);
        shown.then()
                .body("phones[0].uri", equalTo("tel:+16125550143;ext=12"))
                .body("phones[1].uri", equalTo("sms:88788"))
                .body("phones[2].uri", nullValue());
        replace(path, shown.asString())
                .then()
                .statusCode(200)
                .body("phones[0].uri", equalTo("tel:+16125550143;ext=12"));
        assertFalse(given().get(path + "/history").asString().contains("tel:"), "what follows from a number is stored");
        replace(path, shown.asString().replace("tel:+16125550143;ext=12", "tel:+19005550199"))
                .then()
                .statusCode(200)
                .body("phones[0].uri", equalTo("tel:+16125550143;ext=12"));
    }
}
