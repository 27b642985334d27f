package org.nowrongdoor.exchange.edit;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class EditedAsShownTest {

    private static RequestSpecification editor() {
        return given().header("Authorization", "Bearer nwd_admin-of-the-tests").contentType("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/organizations/|{\"name\": \"Doors\", \"description\": \"Helps\"}",
                "/services/|{\"name\": \"Door\", \"status\": \"active\"}",
                "/locations/|{\"location_type\": \"physical\", \"name\": \"Here\"}",
                "/locations/|{\"location_type\": \"physical\", \"location_policy\": \"confidential\"}"
            })
    void anEditIsAnsweredWithTheBytesAndTheTagOfGet(String path, String record) {
        var at = path + UUID.randomUUID();
        var made = editor().body(record).put(at);
        made.then().statusCode(201);
        assertSame(made, get(at));
        var changed =
                editor().header("If-Match", get(at).header("ETag")).body(record).put(at);
        changed.then().statusCode(200);
        assertSame(changed, get(at));
        editor().header("If-Match", "\"stale\"").body(record).put(at).then().statusCode(412);
        editor().header("If-Match", get(at).header("ETag")).delete(at).then().statusCode(204);
    }

    private static void assertSame(Response edited, Response shown) {
        assertEquals(shown.asString(), edited.asString());
        assertEquals(shown.header("ETag"), edited.header("ETag"));
        assertEquals(shown.header("Last-Modified"), edited.header("Last-Modified"));
    }

    @Test
    void everyMethodOfARecordAnswersAtOneAddress() {
        var at = "/services/" + UUID.randomUUID();
        get(at).then().statusCode(404);
        given().head(at).then().statusCode(404);
        given().post(at).then().statusCode(405);
    }
}
