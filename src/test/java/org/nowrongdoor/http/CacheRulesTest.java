package org.nowrongdoor.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** A cache keeps the URL with the answer: where the URL tells what someone looks for, no cache may keep either. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CacheRulesTest {

    private static final String TOKEN = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String ID = "00000000-0000-4000-8000-000000000000";

    private static Response get(String url) {
        return given().urlEncodingEnabled(false).get(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services?search=bed",
                "/services?%73earch=bed",
                "/services?s%65%61rch=bed",
                "/services?SEARCH=bed",
                "/services?search=",
                "/services?search",
                "/services?search=&search=bed",
                "/services?page=1&search=bed",
                "/services?page=1&&search=bed",
                "/services?page=1;search=bed",
                "/services?taxonomy_term_id=" + ID,
                "/services?taxonomy_id=" + ID,
                "/services?taxonomy%5Fid=" + ID,
                "/services?organization_id=" + ID,
                "/organizations?taxonomy_term_id=" + ID,
                "/organizations?taxonomy_id=" + ID,
                "/organizations?search=x",
                "/service_at_locations?postcode=55401&proximity=100",
                "/service_at_locations?postcode=55401",
                "/service_at_locations?proximity=100",
                "/service_at_locations?taxonomy_term_id=" + ID,
                "/service_at_locations?organization_id=" + ID,
                "/taxonomy_terms?taxonomy_id=" + ID,
                "/taxonomy_terms?search=x",
                "/taxonomies?search=x",
                "/regions",
                "/regions?q=saint",
                "/regions/MN",
                "/regions/27053",
                "/regions/MN/minneapolis",
                "//regions/MN",
                "/regio%6es/MN",
                "/search",
                "/search?q=bed",
                "/suggest?q=na",
                "/fhir/HealthcareService?name=x",
                "/fhir/HealthcareService",
                "/fhir/Location?near=44.9%7C-93.2%7C10%7Ckm",
                "/fhir/Organization?_id=" + ID,
                "/fhir/Location/region-MN",
                "/answer/" + TOKEN,
                "/provider/" + TOKEN + "/page",
                "/provider/" + TOKEN,
                "/data-guide.html?search=x",
                "/services/" + ID,
                "/services?per_page=0",
                "/organizations/" + ID + "?full=maybe",
                "/nowhere",
                "/keys",
                "/q/metrics"
            })
    void whatTellsWhatSomebodyLooksForAndEveryErrorIsKeptNowhere(String url) throws Exception {
        assertEquals("no-store", cacheControl(url), url);
    }

    /** Asked as it is written: REST Assured would mend it. */
    private static String cacheControl(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + url));
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
        return answer.headers().firstValue("Cache-Control").orElse("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services",
                "/services?page=1&per_page=5&full=true",
                "/services?minimal=true",
                "/organizations?full_service=true",
                "/service_at_locations?per_page=1",
                "/taxonomies",
                "/taxonomy_terms?top_only=true"
            })
    void whatTellsNothingHasATagAndMayBeKept(String url) {
        var answer = get(url);
        assertEquals(200, answer.statusCode(), url);
        assertNotEquals("no-store", answer.header("Cache-Control"), url);
        var tag = answer.header("ETag");
        assertTrue(tag != null && tag.startsWith("\""), url + " has the tag " + tag);
        var again =
                given().urlEncodingEnabled(false).header("If-None-Match", tag).get(url);
        assertEquals(304, again.statusCode(), url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lenses", "/facts", "/attributes"})
    void cataloguesMayBeKeptForAnHour(String url) {
        assertEquals("public, max-age=3600", get(url).header("Cache-Control"));
    }

    @Test
    void aTwinThatAsksInItsBodyIsKeptNowhere() {
        given().contentType("application/json")
                .body("{}")
                .post("/services")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
    }
}
