package org.nowrongdoor.exchange.correction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** Anyone says what is wrong, an editor decides, and a code takes text and credit back. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CorrectionTest {

    private final UUID id = UUID.randomUUID();

    @Inject
    DataSource source;

    @BeforeEach
    void store() {
        put("/services/" + id, service(id, "")).then().statusCode(201);
    }

    private Response send(String body) {
        return given().contentType("application/json").body(json(body)).post("/services/" + id + "/corrections");
    }

    private String sent(String body) {
        return send(body).then().statusCode(202).extract().path("withdrawal_code");
    }

    private Response waiting() {
        return editor().get("/corrections?service_id=" + id);
    }

    private static Response decide(String correction, String decision) {
        return editor().contentType("application/json")
                .body(json("{'decision': '%s'}", decision))
                .post("/corrections/" + correction + "/decision");
    }

    private static Response withdraw(String code) {
        return given().contentType("application/json")
                .body(json("{'code': '%s'}", code))
                .post("/corrections/withdrawal");
    }

    private Response history() {
        return given().get("/services/" + id + "/history");
    }

    private long stored() throws SQLException {
        try (var connection = source.getConnection();
                var count = connection.prepareStatement("select count(*) from correction where service_id = ?")) {
            count.setObject(1, id);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void whatIsAcceptedIsCreditedUntilItIsTakenBack() throws SQLException {
        var code = sent("{'field': '/phones/0/number', 'says': 'It rings and rings.',"
                + " 'credit': {'mode': 'pseudonym', 'text': 'Night Owl'}}");
        String correction = waiting()
                .then()
                .body("corrections.field", hasItem("phones"))
                .body("corrections.status", hasItem("open"))
                .extract()
                .path("corrections[0].id");
        history().then().body("credits", empty());
        decide(correction, "accept").then().statusCode(200).body("status", equalTo("accepted"));
        history().then().body("credits.text", hasItem("Night Owl"));
        decide(correction, "accept").then().statusCode(409);
        assertEquals(204, withdraw(code.toLowerCase(Locale.ROOT)).statusCode());
        history().then().body("credits", empty());
        editor().get("/corrections?status=accepted&service_id=" + id).then().body("corrections", empty());
        assertEquals(0, stored());
        assertEquals(404, withdraw(code).statusCode());
    }

    @Test
    void oneWithoutCreditNamesNoOne() {
        sent("{'field': 'other', 'says': 'They moved.', 'credit': {'mode': 'none'}}");
        decide(waiting().path("corrections[0].id"), "accept").then().statusCode(200);
        history().then().body("credits", empty());
    }

    @Test
    void whatIsRejectedIsErased() throws SQLException {
        sent("{'field': 'url', 'says': 'It leads nowhere.'}");
        decide(waiting().path("corrections[0].id"), "reject").then().statusCode(200);
        waiting().then().body("corrections", empty());
        assertEquals(0, stored());
    }

    @Test
    void aServiceThatIsMadeConfidentialOrRemovedTakesItsCorrectionsAlong() throws SQLException {
        sent("{'field': 'other', 'says': 'The house is at 4711 Quillback Street.'}");
        waiting().then().body("corrections.says", hasItem(containsString("4711 Quillback Street")));
        editor().header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(json("{'location_policy': 'confidential'}"))
                .patch("/services/" + id)
                .then()
                .statusCode(200);
        assertEquals(0, stored());
        sent("{'field': 'other', 'says': 'The house is at 4711 Quillback Street.',"
                + " 'credit': {'mode': 'named', 'text': 'Ann of 4711 Quillback Street'}}");
        waiting()
                .then()
                .body("corrections.says", not(hasItem(containsString("Quillback"))))
                .body("corrections.credit.text", not(hasItem(containsString("Quillback"))));
        editor().header("If-Match", "*").delete("/services/" + id).then().statusCode(204);
        assertEquals(0, stored());
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        send("{'field': 'phone', 'says': 'x'}").then().statusCode(422).body("detail", containsString("phones"));
        send("{'field': 'phones', 'says': ' '}").then().statusCode(422);
        send("{'field': 'phones', 'says': '%s'}".formatted("x".repeat(1001)))
                .then()
                .statusCode(400);
        send("{'field': 'phones', 'says': 'x', 'credit': {'mode': 'named'}}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/credit/text"));
        send("{'field': 'phones', 'says': 'x', 'credit': {'mode': 'loud'}}")
                .then()
                .statusCode(400)
                .body("detail", containsString("pseudonym"));
        send("{'field': 'phones', 'says': 'a\\u202eb'}").then().statusCode(400);
        given().contentType("application/json")
                .body(json("{'field': 'phones', 'says': 'x'}"))
                .post("/services/" + UUID.randomUUID() + "/corrections")
                .then()
                .statusCode(404);
    }

    @Test
    void anEditorsBacklogIsBounded() {
        for (int i = 0; i < 50; i++) {
            sent("{'field': 'phones', 'says': 'x'}");
        }
        send("{'field': 'phones', 'says': 'x'}").then().statusCode(409);
    }

    @Test
    void aKeyOfAnOrganisationSeesItsOwn() {
        sent("{'field': 'phones', 'says': 'x'}");
        String own = key(new UUID(7, id.getLeastSignificantBits()), "directory:approve");
        put("/services/" + new UUID(3, 4), service(new UUID(3, 4), ""));
        String other = key(new UUID(7, 4), "directory:approve");
        String withoutScope = key(new UUID(7, id.getLeastSignificantBits()), "directory:write");
        String correction = with(own).get("/corrections").path("corrections[0].id");
        with(other).get("/corrections").then().body("corrections.service_id", not(hasItem(id.toString())));
        assertEquals(403, with(withoutScope).get("/corrections").statusCode());
        assertEquals(
                404,
                with(other)
                        .body(json("{'decision': 'accept'}"))
                        .post("/corrections/" + correction + "/decision")
                        .statusCode());
        assertEquals(
                200,
                with(own)
                        .body(json("{'decision': 'accept'}"))
                        .post("/corrections/" + correction + "/decision")
                        .statusCode());
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    private static String key(UUID organization, String scope) {
        return editor().contentType("application/json")
                .body(json("{'name': 'k', 'scopes': ['%s'], 'organization_id': '%s'}", scope, organization))
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }
}
