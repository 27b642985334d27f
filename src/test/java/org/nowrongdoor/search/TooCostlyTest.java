package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** Where there is no time to work, what takes work ends with a problem and everything else is answered. */
@QuarkusTest
@TestProfile(TooCostlyTest.NoTime.class)
@QuarkusTestResource(PostgresForTests.class)
class TooCostlyTest {

    /** A directory in which the time for every question is over as it begins. */
    public static final class NoTime implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("directory.http.work-millis", "0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search",
                "/search?q=bed",
                "/search?place=Minneapolis",
                "/suggest?q=quetzal",
                "/services",
                "/services?search=quetzal",
                "/organizations?search=quetzal",
                "/service_at_locations?postcode=55401&proximity=1000",
                "/taxonomy_terms?search=quetzal",
                "/regions?q=quetzal",
            })
    void aQuestionInTheUrlIsGivenUp(String path) {
        givenUp(given().get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search", "/plan"})
    void aQuestionInTheBodyIsGivenUp(String path) {
        givenUp(given().contentType("application/json")
                .body("{\"q\": \"quetzal\", \"needs\": [\"legal\", \"basic.food\"]}")
                .post(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/services", "/organizations", "/taxonomies"})
    void aQueryOfAListIsGivenUp(String path) {
        givenUp(given().contentType("application/json")
                .body("{\"search\": \"quetzal\"}")
                .post(path));
    }

    private static void givenUp(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/too-costly"))
                .body("title", equalTo("The question takes too long to answer"))
                .body("detail", not(containsString("quetzal")));
    }

    @Test
    void theProblemHasItsPage() {
        given().get("/problems/too-costly").then().statusCode(200);
    }

    @Test
    void whatTakesNoWorkIsAnswered() {
        given().get("/").then().statusCode(200);
        given().get("/lenses").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }
}
