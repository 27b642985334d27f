package org.nowrongdoor.exchange.edit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.FeedForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PolicyTest {

    private final UUID id = UUID.randomUUID();

    @Test
    void aLessStrictPolicyNeedsASecondEditor() {
        put("/services/" + id, service(id, json("'location_policy': 'confidential',")));
        replace("/services/" + id, service(id, json("'location_policy': 'public', 'alert': 'new',")))
                .then()
                .statusCode(202)
                .body("approve", equalTo("/services/" + id + "/policy-approvals"));
        given().get("/services/" + id).then().body("location_policy", equalTo("confidential"));
        editor().post("/services/" + id + "/policy-approvals").then().statusCode(403);
        second().post("/services/" + id + "/policy-approvals")
                .then()
                .statusCode(200)
                .body("location_policy", equalTo("public"));
        second().post("/services/" + id + "/policy-approvals").then().statusCode(404);
    }

    @Test
    void aTermMayKeepAServiceConfidential() {
        put("/services/" + id, service(id, term("shelter.safe")))
                .then()
                .statusCode(201)
                .body("location_policy", equalTo("confidential"))
                .body("attributes[0].taxonomy_term.name", equalTo("Confidential safe shelter"));
        var open = UUID.randomUUID();
        put("/services/" + open, service(open, json("'location_policy': 'public',%s", term("shelter.safe"))))
                .then()
                .statusCode(201)
                .body("location_policy", equalTo("public"));
    }

    @Test
    void aTermThatIsNotThereIsRefusedWithItsNeighbour() {
        put("/services/" + id, service(id, term("shelter.saf")))
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("shelter.safe"));
    }

    @Test
    void aRetiredNumberIsNotPublished() {
        var number = "612-555-01" + (10 + Math.floorMod(id.hashCode(), 80));
        editor().contentType("application/json")
                .body(json("{'reason': 'the line closed'}"))
                .put("/retired-numbers/" + number)
                .then()
                .statusCode(201);
        put(
                        "/services/" + id,
                        service(id, json("'phones': [{'number': '+1 (%s) '}],").formatted(number)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/phones/0/number"))
                .body("errors[0].detail", containsString("the line closed"));
        put("/services/" + id, service(id, json("'description': 'Call %s.',").formatted(number.replace('-', '.'))))
                .then()
                .statusCode(422);
        editor().delete("/retired-numbers/" + number).then().statusCode(204);
        put("/services/" + id, service(id, json("'phones': [{'number': '%s'}],").formatted(number)))
                .then()
                .statusCode(201);
    }

    @Test
    void historyTellsWhatAndWhenNotWho() {
        put("/services/" + id, service(id, ""));
        replace("/services/" + id, service(id, json("'alert': 'Closed today',")));
        given().get("/services/" + id + "/history")
                .then()
                .statusCode(200)
                .body("history.op", hasItems("create", "update"))
                .body("history[1].changes[0].field", equalTo("/alert"))
                .body("history[1].changes[0].replacement", equalTo("Closed today"));
        assertFalse(given().get("/services/" + id + "/history").asString().contains("admin"));
    }

    @Test
    void theFeedTellsEveryWriteAndWaits() throws Exception {
        var head = FeedForTests.head();
        var waiting = new Thread(() -> put("/services/" + id, service(id, "")));
        waiting.start();
        given().get("/changes?after=" + head + "&wait_seconds=20")
                .then()
                .statusCode(200)
                .body("changes.find { it.entity == 'service' }.op", equalTo("upsert"));
        waiting.join();
    }

    @Test
    void whatLeavesTheDefaultKindsIsDeletedInTheDefaultFeed() {
        put("/services/" + id, service(id, ""));
        var head = FeedForTests.head();
        replace("/services/" + id, service(id, json("'kind': 'law',")));
        var feed = given().get("/changes?after=" + head + "&wait_seconds=20").asString();
        assertTrue(feed.contains("\"delete\"") && feed.contains(id.toString()), feed);
        var all = given().get("/changes?kind=all&after=" + head).asString();
        assertFalse(all.contains("\"delete\""), all);
    }

    @Test
    void anAreaThatIsNamedGetsItsRegion() {
        importLines("", service(id, json("'service_areas': [{'name': 'Hennepin County, MN'}, {'name': 'Nowhere'}],")))
                .then()
                .body("totals.added", equalTo(1));
        given().get("/services/" + id)
                .then()
                .body("service_areas[0].extent", equalTo("27053"))
                .body("service_areas[1].name", equalTo("Nowhere"));
    }

    private static String term(String code) {
        return json("'attributes': [{'link_type': 'service_type', 'taxonomy_term': {'code': '%s'}}],")
                .formatted(code);
    }

    private static RequestSpecification second() {
        var key = editor().contentType("application/json")
                .body(json("{'name': 'second', 'scopes': ['directory:write', 'directory:approve']}"))
                .post("/keys")
                .jsonPath()
                .getString("key");
        return given().header("Authorization", "Bearer " + key);
    }
}
