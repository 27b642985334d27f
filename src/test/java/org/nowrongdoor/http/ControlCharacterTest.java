package org.nowrongdoor.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.text.TextCleaner;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class ControlCharacterTest {

    private static final List<String> REFUSED = List.of(
            "\\u001b[2J",
            "\\u0008",
            "\\b",
            "\\f",
            "\\u007f",
            "\\u009b1m",
            "\\u2028",
            "\\u202e",
            "\\u2066",
            "\\ufff9",
            "\\ufdd0",
            "\\uffff",
            "\\udb40\\udc41");

    private final UUID id = UUID.randomUUID();

    @Inject
    EntityManager entities;

    @Test
    void noBodyMayHoldOne() {
        for (var bad : REFUSED) {
            var text = "x" + bad + "y";
            put("/services/" + id, service(id, "\"alert\": \"" + text + "\","))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-body"))
                    .body("detail", containsString("control character U+"));
            for (var call : List.of(
                    "/search | {\"q\": \"%s\"}",
                    "/keys | {\"name\": \"%s\", \"scopes\": [\"stats:read\"]}",
                    "/webhooks | {\"url\": \"https://8.8.8.8/%s\", \"events\": [\"referral.updated\"]}",
                    "/referrals/status | {\"client_code\": \"%s\"}")) {
                var parts = call.split(" \\| ", -1);
                editor().contentType("application/json")
                        .body(parts[1].formatted(text))
                        .post(parts[0])
                        .then()
                        .statusCode(400);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%1B%5B2J", "%E2%80%AE", "%C2%9B", "%7F", "%EF%BF%BF", "%F3%A0%81%81"})
    void noParameterMayHoldOne(String escaped) {
        given().urlEncodingEnabled(false)
                .get("/search?q=shelter" + escaped)
                .then()
                .statusCode(400)
                .body("detail", containsString("q holds the control character U+"));
    }

    @Test
    void anImportSaysWhichRowHoldsOneAndTakesTheOthers() {
        var other = UUID.randomUUID();
        var run = importLines(
                "?partial=true",
                service(id, "\"alert\": \"x\\u202ey\",") + "\n" + service(other, "\"alert\": \"fine\","));
        assertEquals(1, run.jsonPath().getInt("totals.refused"), run.asString());
        editor().get(run.<String>path("faults"))
                .then()
                .body("faults.pointer", hasItem("/alert"))
                .body("faults.remedy", hasItem(containsString("U+202E")));
        given().get("/services/" + id).then().statusCode(404);
        given().get("/services/" + other).then().body("alert", equalTo("fine"));
    }

    @Test
    void whatIsSeenNowhereIsDroppedAndReported() {
        var run = importLines("", service(id, "\"alert\": \"Ring\\u200b \\u00adtw\\u00adice\\ufeff\\u200f\","));
        editor().get(run.<String>path("faults"))
                .then()
                .body("warnings.pointer", hasItem("/alert"))
                .body("warnings.remedy", hasItem(containsString("invisible")));
        given().get("/services/" + id).then().body("alert", equalTo("Ring twice"));
    }

    @Test
    void joinersBetweenLettersStay() {
        var text = "می‌خواهم";
        put("/services/" + id, service(id, "\"alert\": \"" + text + "\","))
                .then()
                .statusCode(201)
                .body("alert", equalTo(text));
    }

    @Test
    void keysAreNamedWithoutThem() {
        var name = "Desk\u200b " + id;
        editor().contentType("application/json")
                .body(json("{'name': '%s', 'scopes': ['stats:read']}").formatted(name))
                .post("/keys")
                .then()
                .statusCode(201);
        var keys = editor().get("/keys").asString();
        assertFalse(keys.contains(name));
    }

    @Test
    void whatAnOlderVersionStoredIsCleanedOnItsWayOut() throws InterruptedException {
        put("/services/" + id, service(id, json("'alert': 'Ring twice.', 'phones': [{'number': '612-555-0142'}],")));
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update service set name = 'Escape ' || chr(155) || 'hatch', body = jsonb_set(jsonb_set(body, '{alert}', to_jsonb(chr(27) || '[2J' || chr(8238) || 'x')),"
                                        + " '{name}', to_jsonb('Escape ' || chr(155) || 'hatch')) where id = :id")
                        .setParameter("id", id)
                        .executeUpdate());
        editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json("{'name': 'Hatches'}"))
                .patch("/organizations/" + new UUID(7, id.getLeastSignificantBits()))
                .then()
                .statusCode(200);
        SearchForTests.awaitTouched();
        for (var type : List.of("text/plain", "text/csv")) {
            var answer = given().accept(type)
                    .contentType("application/json")
                    .body(json("{'q': 'Escape hatch'}"))
                    .post("/search")
                    .asString();
            assertTrue(answer.contains("hatch"), answer);
            assertEquals(-1, TextCleaner.findForbidden(answer), answer);
        }
    }
}
