package org.nowrongdoor.exchange.edit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredText;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class EditTest {

    private final UUID id = UUID.randomUUID();

    @Inject
    DataSource source;

    @Test
    void aPutToANewIdCreates() {
        put("/services/" + id, service(id, ""))
                .then()
                .statusCode(201)
                .header("Location", containsString("/services/" + id))
                .header("ETag", notNullValue())
                .body("id", equalTo(id.toString()))
                .body("organization.name", equalTo("Doors"));
    }

    @Test
    void anEditWithoutIfMatchIsRefused() {
        put("/services/" + id, service(id, ""));
        put("/services/" + id, service(id, "")).then().statusCode(428);
    }

    @Test
    void anEditOfAStateThatIsGoneIsRefused() {
        var tag = put("/services/" + id, service(id, "")).header("ETag");
        replace("/services/" + id, service(id, json("'alert': 'Closed today',")))
                .then()
                .statusCode(200);
        editor().contentType("application/json")
                .header("If-Match", tag)
                .body(service(id, ""))
                .put("/services/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void anEditOfTheStateThatWasSeenIsTaken() {
        var tag = put("/services/" + id, service(id, "")).header("ETag");
        editor().contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(json("{'alert': 'Closed today', 'email': null}"))
                .patch("/services/" + id)
                .then()
                .statusCode(200)
                .body("alert", equalTo("Closed today"))
                .body("name", equalTo("Open Door"));
    }

    @Test
    void anAreaThatNoSearchFindsIsToldToItsEditor() {
        put(
                        "/services/" + id,
                        service(
                                id,
                                json("'service_areas': [{'name': 'our area', 'extent': 'x', 'extent_type':"
                                        + " 'geojson'}],")))
                .then()
                .statusCode(201)
                .header("X-Warnings", "1")
                .header("X-Warning", containsString("/service_areas/0/extent is not the id of a region"));
        replace(
                        "/services/" + id,
                        service(id, json("'service_areas': [{'name': 'Hennepin County, MN', 'extent': '{}'}],")))
                .then()
                .statusCode(200)
                .header("X-Warnings", nullValue())
                .body("service_areas[0].extent", equalTo("27053"))
                .body("service_areas[0].extent_type", equalTo("text"));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        put("/services/" + id, """
            {"name": "x", "status": "open", "url": "javascript:alert(1)", "nmae": 1, "minimum_age": 20, \
            "maximum_age": 12, "facts": {"sobriety": {"value": "yes"}}}\
            """)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/status"))
                .body("errors.pointer", hasItem("/url"))
                .body("errors.pointer", hasItem("/nmae"))
                .body("errors.pointer", hasItem("/minimum_age"))
                .body("errors.pointer", hasItem("/facts/sobriety"))
                .body("errors.find { it.pointer == '/nmae' }.detail", containsString("did you mean name?"));
    }

    @Test
    void ofManyEditsOfOneStateOneIsTaken() {
        var tag = put("/services/" + id, service(id, "")).header("ETag");
        var taken = IntStream.range(0, 8)
                .parallel()
                .map(i -> editor().contentType("application/json")
                        .header("If-Match", tag)
                        .body(service(id, json("'alert': 'edit %d',").formatted(i)))
                        .put("/services/" + id)
                        .statusCode())
                .boxed()
                .toList();
        assertEquals(1, Collections.frequency(taken, 200), taken.toString());
        assertEquals(7, Collections.frequency(taken, 412), taken.toString());
    }

    @Test
    void whatIsShownCanBePutBack() {
        var places = json("'service_at_locations': [{'location': {'location_type': 'virtual', 'name': '%s'}}],");
        put("/services/" + id, service(id, places.formatted("Online"))).then().statusCode(201);
        var shown = editor().get("/services/" + id);
        replace("/services/" + id, shown.asString()).then().statusCode(200).body("service_at_locations", hasSize(1));
        replace("/services/" + id, service(id, "")).then().statusCode(200).body("service_at_locations", nullValue());
    }

    @Test
    void aPlaceThatIsNotShownIsNotLostByAnEdit() {
        var location = UUID.randomUUID();
        put(
                        "/services/" + id,
                        service(
                                id,
                                json(
                                        "'location_policy': 'confidential', 'service_at_locations': [{'location':%s",
                                        " {\"id\": \"%s\", \"location_type\": \"physical\"}}],".formatted(location))))
                .then()
                .statusCode(201);
        var shown = editor().get("/services/" + id);
        replace("/services/" + id, shown.asString()).then().statusCode(200);
        assertTrue(StoredText.records(source).contains("," + id + "," + location + ","));
    }

    @Test
    void aNameThatIsNotKnownIsABadRequest() {
        put("/services/" + id, service(id, json("'adress': 1,"))).then().statusCode(400);
    }

    @Test
    void aDeletedServiceIsGone() {
        put("/services/" + id, service(id, ""));
        editor().delete("/services/" + id).then().statusCode(428);
        editor().header("If-Match", "*").delete("/services/" + id).then().statusCode(204);
        editor().header("If-Match", "*").delete("/services/" + id).then().statusCode(404);
    }

    @Test
    void anOrganizationThatProvidesServicesStays() {
        put("/services/" + id, service(id, ""));
        editor().header("If-Match", "*")
                .delete("/organizations/" + new UUID(7, id.getLeastSignificantBits()))
                .then()
                .statusCode(409)
                .body("detail", containsString("1 services"));
    }

    @Test
    void whatIsNoTextIsRefused() {
        put("/services/" + id, service(id, "\"description\": \"a\\u0000b\","))
                .then()
                .statusCode(400);
        put("/services/" + id, service(id, "\"description\": \"a\\ud800b\","))
                .then()
                .statusCode(400);
        put("/services/" + id, json("{'name': ")).then().statusCode(400);
        put("/services/not-a-uuid", "{}").then().statusCode(400);
    }
}
