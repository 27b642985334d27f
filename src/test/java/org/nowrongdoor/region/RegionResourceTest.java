package org.nowrongdoor.region;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RegionResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/regions/MN/minneapolis", "/regions/MN%2Fminneapolis"})
    void aPlaceIsFoundByItsIdWithTheSlashAsItIsOrEncoded(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("id", equalTo("MN/minneapolis"))
                .body("kind", equalTo("place"))
                .body("time_zone", equalTo("America/Chicago"))
                .body("ancestors.id", equalTo(List.of("27053", "MN", "us")));
    }

    @Test
    void aCountyThatWasRedrawnNamesWhatItOverlaps() {
        given().get("/regions/09110")
                .then()
                .statusCode(200)
                .body("name", equalTo("Capitol Planning Region, CT"))
                .body("overlaps.id", hasItems("09003", "09013"));
    }

    @Test
    void anUnknownIdIsNotFoundAndOffersNearOnes() {
        given().get("/regions/MN/minneapols")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"))
                .body("near", hasItem("MN/minneapolis"));
    }

    @Test
    void aTextFindsTheLikeliestFirst() {
        given().queryParam("q", "st. paul mn")
                .get("/regions")
                .then()
                .statusCode(200)
                .body("contents[0].id", equalTo("MN/saint-paul"));
        given().queryParam("q", "Springfield")
                .queryParam("limit", 3)
                .get("/regions")
                .then()
                .statusCode(200)
                .body("contents.id", equalTo(List.of("MO/springfield", "MA/springfield", "IL/springfield")));
        given().queryParam("q", "55404").get("/regions").then().body("contents[0].id", equalTo("MN/minneapolis"));
        given().queryParam("q", "27053").get("/regions").then().body("contents.id", hasItem("27053"));
        given().queryParam("q", "minneapol").get("/regions").then().body("contents[0].id", equalTo("MN/minneapolis"));
    }

    @Test
    void withoutATextTheNationAndItsStatesAreListed() {
        given().queryParam("limit", 100).get("/regions").then().statusCode(200).body("contents", hasSize(57));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "abc", "99999999999999999999"})
    void aLimitOutOfBoundsIsRefused(String limit) {
        given().queryParam("limit", limit)
                .get("/regions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("1 to 100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"🙂", "مينيابوليس", "%", "' or 1=1 --", "xyzzyplugh"})
    void whatNobodyKnowsIsAnEmptyList(String q) {
        given().queryParam("q", q).get("/regions").then().statusCode(200).body("contents", hasSize(0));
    }
}
