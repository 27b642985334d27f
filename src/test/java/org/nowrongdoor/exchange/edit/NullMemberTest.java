package org.nowrongdoor.exchange.edit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** Null in a merge patch takes a member away, or is refused: it is never passed over. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NullMemberTest {

    private final UUID id = UUID.randomUUID();
    private final UUID place = UUID.randomUUID();

    private static ValidatableResponse patch(String path, String patch) {
        return editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json(patch))
                .patch(path)
                .then();
    }

    private void store() {
        put(
                        "/services/" + id,
                        service(
                                id,
                                json("'alert': 'a', 'email': 'a@b.example', 'location_policy': 'public',"
                                                + " 'service_at_locations': [{'location': {'id': '%s',"
                                                + " 'location_type': 'virtual', 'name': 'Line'}}],")
                                        .formatted(place)))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "organization_id", "organization", "name", "status"})
    void whatAServiceCannotBeWithoutIsRefused(String member) {
        store();
        patch("/services/" + id, "{'" + member + "': null, 'alert': 'b'}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/" + member));
        given().get("/services/" + id).then().body("alert", equalTo("a")).body("organization", notNullValue());
    }

    @Test
    void whatItCanBeWithoutGoes() {
        store();
        patch("/services/" + id, "{'alert': null, 'email': null, 'minimum_age': null, 'location_policy': null}")
                .statusCode(200)
                .body("alert", nullValue())
                .body("email", nullValue());
        patch("/services/" + id, "{'service_at_locations': null}").statusCode(200);
        List<Object> left =
                given().queryParam("full", true).get("/services/" + id).path("service_at_locations");
        assertTrue(left == null || left.isEmpty(), "it is given at " + left);
    }

    @Test
    void aPolicyIsNotTakenAway() {
        store();
        patch("/services/" + id, "{'location_policy': 'confidential'}").statusCode(200);
        patch("/services/" + id, "{'location_policy': null}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/location_policy"));
    }

    @Test
    void aMemberOfAnotherRecordIsNotTakenAwayFromHere() {
        store();
        String organization = given().get("/services/" + id).path("organization.id");
        patch("/services/" + id, "{'organization': {'id': '" + organization + "', 'description': null}}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/organization/description"));
    }

    @Test
    void aLocationStaysWithItsOrganization() {
        store();
        String organization = given().get("/services/" + id).path("organization.id");
        patch("/locations/" + place, "{'organization_id': '" + organization + "'}")
                .statusCode(200);
        patch("/locations/" + place, "{'organization_id': null}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/organization_id"));
    }

    @Test
    void aTermStaysInItsTaxonomy() {
        var term = UUID.randomUUID();
        put(
                        "/taxonomy_terms/" + term,
                        json("{'name': 'N', 'code': 'null.%s', 'description': 'd', 'taxonomy': 'Null members'}")
                                .formatted(term.toString().substring(0, 8)))
                .then()
                .statusCode(201);
        patch("/taxonomy_terms/" + term, "{'taxonomy': null}").statusCode(422);
    }
}
