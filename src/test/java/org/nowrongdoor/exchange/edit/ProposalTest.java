package org.nowrongdoor.exchange.edit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** A proposal for a less strict policy ends with the state that it was made on. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ProposalTest {

    private final UUID id = UUID.randomUUID();

    private String body(String policy) {
        return service(id, json("'location_policy': '%s',").formatted(policy));
    }

    @BeforeEach
    void propose() {
        put("/services/" + id, body("confidential")).then().statusCode(201);
        replace("/services/" + id, body("public")).then().statusCode(202);
    }

    private ValidatableResponse approve() {
        return approve("");
    }

    private ValidatableResponse approve(String query) {
        String key = editor().contentType("application/json")
                .body(json("{'name': 'second', 'scopes': ['directory:write', 'directory:approve']}"))
                .post("/keys")
                .path("key");
        return given().auth()
                .oauth2(key)
                .post("/services/" + id + "/policy-approvals" + query)
                .then();
    }

    private void assertPolicy(String policy) {
        given().get("/services/" + id).then().body("location_policy", equalTo(policy));
    }

    @Test
    void byAnEditThatHides() {
        replace("/services/" + id, body("hidden")).then().statusCode(200);
        approve().statusCode(404);
        assertPolicy("hidden");
    }

    @Test
    void byAnImportThatHides() {
        importLines("", body("hidden")).then().body("totals.changed", equalTo(1));
        approve().statusCode(404);
        assertPolicy("hidden");
    }

    @Test
    void byTheProvider() {
        String url = editor().contentType("application/json")
                .body("{}")
                .post("/services/" + id + "/invitations")
                .path("url");
        given().contentType("application/merge-patch+json")
                .body(json("{'location_policy': 'hidden'}"))
                .patch(url.replaceFirst(".*(/provider/[^/]+)/page", "$1"))
                .then()
                .statusCode(200);
        approve().statusCode(404);
        assertPolicy("hidden");
    }

    @Test
    void byADeletionAndCreation() {
        editor().header("If-Match", "*").delete("/services/" + id).then().statusCode(204);
        approve().statusCode(404);
        put("/services/" + id, body("confidential")).then().statusCode(201);
        approve().statusCode(404);
        assertPolicy("confidential");
    }

    @Test
    void byAReturnToTheSamePolicy() {
        replace("/services/" + id, body("hidden")).then().statusCode(200);
        replace("/services/" + id, body("confidential")).then().statusCode(202);
        approve().statusCode(200).body("location_policy", equalTo("confidential"));
        approve().statusCode(404);
        assertPolicy("confidential");
    }

    /** What took its place in between was not seen by the second editor. */
    @Test
    void byAnotherProposal() {
        String seen = replace("/services/" + id, body("public"))
                .then()
                .statusCode(202)
                .extract()
                .path("proposal");
        String other = replace("/services/" + id, body("public"))
                .then()
                .statusCode(202)
                .extract()
                .path("proposal");
        approve("?proposal=" + seen).statusCode(409);
        assertPolicy("confidential");
        approve("?proposal=" + other).statusCode(200);
        assertPolicy("public");
    }

    @Test
    void notByAnEditOfSomethingElse() {
        editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json("{'alert': 'x'}"))
                .patch("/services/" + id)
                .then()
                .statusCode(200);
        approve().statusCode(200).body("location_policy", equalTo("public")).body("alert", equalTo("x"));
    }
}
