package org.nowrongdoor.exchange.edit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.RemovableService;

/** No one person loosens the policy of a record, whatever way is taken. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SecondEditorTest {

    private static final String ADMIN = "nwd_admin-of-the-tests";

    private final RemovableService haven =
            new RemovableService(ThreadLocalRandom.current().nextInt(10_000, 90_000));

    private void storeConfidential() {
        put(haven.path("service"), haven.service(json("'location_policy': 'confidential',")))
                .then()
                .statusCode(201);
    }

    @Test
    void deletionAndCreationAreNoWayRound() {
        storeConfidential();
        editor().header("If-Match", "*").delete(haven.path("service")).then().statusCode(204);
        put(haven.path("service"), haven.service(json("'location_policy': 'public',")))
                .then()
                .statusCode(202)
                .body("approve", equalTo(haven.path("service") + "/policy-approvals"));
        assertConfidential("service");
        assertConfidential("location");
        editor().post(haven.path("service") + "/policy-approvals").then().statusCode(403);
        approve(key(), "service").then().statusCode(200).body("location_policy", equalTo("public"));
    }

    @Test
    void creationByImportIsNoWayRound() {
        storeConfidential();
        editor().header("If-Match", "*").delete(haven.path("service")).then().statusCode(204);
        importLines("?partial=true", haven.service(json("'location_policy': 'public',")));
        assertConfidential("service");
        assertConfidential("location");
    }

    @Test
    void creationThroughAnOrganizationOrAnotherServiceIsNoWayRound() {
        storeConfidential();
        editor().header("If-Match", "*").delete(haven.path("service")).then().statusCode(204);
        var place = haven.location(haven.id("location"), json("'location_policy': 'public',"));
        replace(
                        haven.path("organization"),
                        json("{'name': 'H', 'description': 'd', 'locations': [%s]}")
                                .formatted(place))
                .then()
                .statusCode(200);
        assertConfidential("location");
        var other = UUID.randomUUID();
        put(
                        "/services/" + other,
                        json("{'name': 'Other', 'status': 'active', 'organization_id': '%s',"
                                        + " 'service_at_locations': [{'location': %s}]}")
                                .formatted(haven.id("organization"), place))
                .then()
                .statusCode(201);
        assertConfidential("location");
    }

    @Test
    void noWayOfWritingAStoredRecordLoosensIt() {
        storeConfidential();
        var loose = json("'location_policy': 'public',");
        replace(haven.path("service"), haven.service(loose)).then().statusCode(202);
        replace(haven.path("location"), haven.location(haven.id("location"), loose));
        importLines("?partial=true", haven.service(loose));
        importLines("", haven.service(""));
        replace(haven.path("service"), haven.service(""));
        editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json("{'location_policy': null}"))
                .patch(haven.path("service"));
        assertConfidential("service");
        assertConfidential("location");
    }

    @Test
    void aServiceWithALessStrictPolicyLoosensNothingWhereItMovesIn() {
        put(
                        haven.path("location"),
                        haven.location(haven.id("location"), json("'location_policy': 'hidden',"))
                                .replaceFirst("\"organization_id\": \"[^\"]*\",", ""))
                .then()
                .statusCode(201);
        var other = UUID.randomUUID();
        put(
                        "/services/" + other,
                        json(
                                "{'name': 'Other', 'status': 'active', 'location_policy': 'confidential',"
                                        + " 'organization': {'name': 'O %s', 'description': 'd'},"
                                        + " 'service_at_locations': [{'location_id': '%s'}]}",
                                other, haven.id("location")))
                .then()
                .statusCode(201);
        given().get(haven.path("location")).then().body("location_policy", equalTo("hidden"));
    }

    @Test
    void twoKeysOfOneMakerAreOnePerson() {
        storeConfidential();
        var maker = key();
        var one = keyOf(maker);
        propose(one, "service").then().statusCode(202);
        approve(one, "service").then().statusCode(403);
        approve(keyOf(maker), "service").then().statusCode(403);
        approve(maker, "service").then().statusCode(403);
        assertConfidential("service");
        approve(ADMIN, "service").then().statusCode(200);
    }

    @Test
    void aKeyThatTheProposerMadeIsTheProposersOwn() {
        storeConfidential();
        var maker = key();
        propose(maker, "service").then().statusCode(202);
        approve(keyOf(maker), "service").then().statusCode(403);
        approve(key(), "service").then().statusCode(403);
        assertConfidential("service");
    }

    @Test
    void aKeyOfAnotherMakerApproves() {
        storeConfidential();
        propose(keyOf(key()), "service").then().statusCode(202);
        approve(keyOf(key()), "service").then().statusCode(200);
    }

    @Test
    void aProposalEndsWithAnyChangeOfPolicy() {
        storeConfidential();
        propose(ADMIN, "service").then().statusCode(202);
        editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json("{'location_policy': 'hidden'}"))
                .patch(haven.path("service"))
                .then()
                .statusCode(200);
        approve(key(), "service").then().statusCode(404);
        given().get(haven.path("service")).then().body("location_policy", equalTo("hidden"));
    }

    @Test
    void aProposalEndsWithTheRecord() {
        storeConfidential();
        propose(ADMIN, "location").then().statusCode(202);
        propose(ADMIN, "service").then().statusCode(202);
        editor().header("If-Match", "*").delete(haven.path("service"));
        storeConfidential();
        approve(key(), "service").then().statusCode(404);
        approve(key(), "location").then().statusCode(404);
    }

    private void assertConfidential(String kind) {
        var shown = given().get(haven.path(kind));
        shown.then().body("location_policy", equalTo("confidential"));
        assertFalse(shown.asString().contains(haven.street()), shown.asString());
    }

    private Response propose(String key, String kind) {
        return with(key)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json("{'location_policy': 'public'}"))
                .patch(haven.path(kind));
    }

    private Response approve(String key, String kind) {
        return with(key).post(haven.path(kind) + "/policy-approvals");
    }

    /** A key that the admin made. */
    private static String key() {
        return keyOf(ADMIN);
    }

    private static String keyOf(String maker) {
        return with(maker)
                .contentType("application/json")
                .body(json("{'name': 'k', 'scopes': ['directory:write', 'directory:approve', 'keys:admin']}"))
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
