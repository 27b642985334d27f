package org.nowrongdoor.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HygieneTest {

    @Test
    void everyAnswerTellsTheBrowserToBeCareful() {
        for (var path :
                List.of("/", "/services", "/problems", "/nowhere", "/keys", "/q/health/live", "/services?zzz=1")) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Referrer-Policy", equalTo("no-referrer"))
                    .header("Set-Cookie", nullValue())
                    .header("Strict-Transport-Security", nullValue())
                    .header("Server", nullValue());
        }
    }

    @Test
    void onlyWhatIsOpenToAllCanBeReadFromOtherSites() {
        given().header("Origin", "https://any.example")
                .get("/services")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Expose-Headers", containsString("ETag"));
        given().header("Origin", "https://any.example")
                .get("/keys")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
        given().get("/services").then().header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aPreflightIsAnsweredByTheTable() {
        given().header("Origin", "https://any.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/search")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("content-type"))
                .header("Access-Control-Max-Age", equalTo("86400"));
        given().header("Origin", "https://any.example")
                .header("Access-Control-Request-Method", "PUT")
                .options("/services/00000000-0000-4000-8000-000000000000")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void whatSomebodyAskedIsKeptInNoCache() {
        given().get("/services?search=word").then().statusCode(200).header("Cache-Control", "no-store");
        given().get("/services").then().statusCode(200).header("Cache-Control", "no-cache");
        given().get("/regions?q=saint").then().header("Cache-Control", "no-store");
        given().get("/keys").then().header("Cache-Control", "no-store");
    }

    @Test
    void theHeadOfAnAnswerIsThatOfTheAnswer() {
        var get = given().get("/services").then().statusCode(200).extract();
        var head = given().head("/services").then().statusCode(200).extract();
        for (var name : List.of("ETag", "Content-Type", "Cache-Control", "X-Content-Type-Options")) {
            assertEquals(get.header(name), head.header(name), name);
        }
        assertEquals("", head.asString());
    }

    @Test
    void aPageOfOursRunsNothingAndSwaggerOnlyItsOwn() {
        given().accept("text/html")
                .get("/problems")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(not(containsString("<script")));
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'self'"));
    }

    @Test
    void regionsWithASlashInTheirIdAreOpenLikeOthers() {
        given().header("Origin", "https://any.example")
                .get("/regions/MN/minneapolis")
                .then()
                .header("Access-Control-Allow-Origin", "*");
    }
}
