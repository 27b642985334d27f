package org.nowrongdoor.directory.coverage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** How many services meet which need where, and where none is known. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CoverageTest {

    private static final String EMERGENCY = json("'attributes': [{'link_type': 'service_type', 'taxonomy_term':"
            + " {'code': 'shelter.emergency', 'name': 'Emergency shelter', 'description': 'Same-day bed'}}],");

    private final UUID id = UUID.randomUUID();

    @Inject
    CoverageCounter counter;

    private int count(String state, String need, String what) {
        counter.forget();
        var page = given().queryParam("need", need)
                .get("/stats/coverage")
                .then()
                .statusCode(200)
                .extract();
        List<Map<String, Object>> cells = state.equals("us")
                ? page.path("national")
                : page.path("states.find { it.id == '" + state + "' }.needs");
        return (int) cells.stream()
                .filter(cell -> cell.get("code").equals(need))
                .findFirst()
                .orElseThrow()
                .get(what);
    }

    private int shelters(String state) {
        return count(state, "shelter.emergency", "services");
    }

    private void store(String more) {
        put(
                        "/services/" + id,
                        json(
                                "{'name': 'Counted', 'status': 'active', %s 'description': 'A bed.'}",
                                EMERGENCY + json(more)))
                .then()
                .statusCode(201);
    }

    private static String area(String extent) {
        return "'service_areas': [{'extent': '" + extent + "', 'extent_type': 'text'}],";
    }

    private static String site(String policy) {
        return "'service_at_locations': [{'location': {'location_type': 'physical', 'latitude': 46.8772,"
                + " 'longitude': -96.7898, 'location_policy': '" + policy
                + "', 'addresses': [{'address_1': '1 Main St',"
                + " 'city': 'Fargo', 'state_province': 'ND', 'postal_code': '58102', 'country': 'US',"
                + " 'address_type': 'physical'}]}}],";
    }

    @Test
    void aServiceCountsInTheStateOfItsAreaForItsNeedAndThoseAbove() {
        int before = shelters("VT");
        int above = count("VT", "shelter", "services");
        store(area("VT"));
        assertEquals(before + 1, shelters("VT"));
        assertEquals(above + 1, count("VT", "shelter", "services"));
        editor().header("If-Match", "*").delete("/services/" + id).then().statusCode(204);
        assertEquals(before, shelters("VT"));
    }

    @Test
    void aCheckCountsUntilItRunsOut() {
        store(area("VT"));
        int before = count("VT", "shelter.emergency", "verified");
        editor().contentType("application/json")
                .body(json("{'method': 'visit', 'role': 'volunteer'}"))
                .post("/services/" + id + "/verifications")
                .then()
                .statusCode(201);
        assertEquals(before + 1, count("VT", "shelter.emergency", "verified"));
    }

    @Test
    void aPublicSiteCountsWhereItStandsAndAWithheldOneOnlyInItsPublishedArea() {
        int there = shelters("ND");
        int area = shelters("MN");
        store(area("27053") + site("public"));
        assertEquals(there + 1, shelters("ND"));
        assertEquals(area + 1, shelters("MN"));
        for (var policy : List.of("confidential", "hidden")) {
            var withheld = UUID.randomUUID();
            int known = shelters("ND");
            int published = shelters("MN");
            put(
                            "/services/" + withheld,
                            json(
                                    "{'name': 'Withheld', 'status': 'active', 'location_policy': '%s', %s 'description': 'A bed.'}",
                                    policy, EMERGENCY + json(area("MN") + site("public"))))
                    .then()
                    .statusCode(201);
            assertEquals(known, shelters("ND"), policy);
            assertEquals(published + 1, shelters("MN"), policy);
        }
        var hiddenSite = UUID.randomUUID();
        put(
                        "/services/" + hiddenSite,
                        json(
                                "{'name': 'Site', 'status': 'active', %s 'description': 'A bed.'}",
                                EMERGENCY + json(area("MN") + site("confidential"))))
                .then()
                .statusCode(201);
        assertEquals(there + 1, shelters("ND"));
    }

    @Test
    void aNationalServiceCountsApart() {
        int nation = shelters("us");
        int state = shelters("VT");
        store(area("us"));
        assertEquals(nation + 1, shelters("us"));
        assertEquals(state, shelters("VT"));
    }

    @Test
    void whatIsClosedOrAnswersNoOneCountsNowhere() {
        int before = shelters("VT");
        put(
                "/services/" + UUID.randomUUID(),
                json(
                        "{'name': 'Shut', 'status': 'defunct', %s 'description': 'A bed.'}",
                        EMERGENCY + json(area("VT"))));
        put(
                "/services/" + UUID.randomUUID(),
                json(
                        "{'name': 'Law', 'status': 'active', 'kind': 'law', %s 'description': 'A law.'}",
                        EMERGENCY + json(area("VT"))));
        assertEquals(before, shelters("VT"));
    }

    @Test
    void emptyCellsAreNamedAndAreNoNo() {
        counter.forget();
        given().get("/stats/coverage?state=AS")
                .then()
                .statusCode(200)
                .body("states", hasSize(1))
                .body("states[0].empty", hasItem("legal"))
                .body("states[0].needs.findAll { it.services == 0 }.size()", equalTo(emptyOf("AS")))
                .body("note", containsString("not that there is none"));
        given().get("/stats/coverage?lang=es")
                .then()
                .statusCode(200)
                .header("Content-Language", "es")
                .body("needs.find { it.code == 'shelter' }.label", equalTo("Refugio y vivienda"))
                .body("note", containsString("no conoce ninguno"));
    }

    private static int emptyOf(String state) {
        List<String> empty = given().get("/stats/coverage?state=" + state).path("states[0].empty");
        return empty.size();
    }

    @Test
    void whatIsNoStateOrNoNeedIsRefused() {
        for (var bad :
                List.of("state=27053", "state=us", "state=ZZ", "need=res", "need=no.such", "need=sit", "lang=fr")) {
            given().get("/stats/coverage?" + bad).then().statusCode(400).body("detail", containsString("must be"));
        }
    }

    @Test
    void whatIsShapedOtherwiseFailsNothing() {
        store("'service_areas': [{'name': 'Somewhere|else'}], 'service_at_locations': [{'location': {'location_type':"
                + " 'physical', 'addresses': [{'address_1': '1|2', 'city': '|', 'state_province': 'Xx', 'postal_code':"
                + " '00000', 'country': 'US', 'address_type': 'physical'}]}}],");
        assertTrue(shelters("VT") >= 0);
    }

    @Test
    void manyWhoAskAreToldOneCount() throws Exception {
        counter.forget();
        var many = Executors.newFixedThreadPool(8);
        try {
            var told = many.invokeAll(IntStream.range(0, 8)
                    .<Callable<CoverageTable>>mapToObj(i -> counter::get)
                    .toList());
            for (var each : told) {
                assertSame(told.get(0).get(), each.get());
            }
        } finally {
            many.shutdown();
        }
    }
}
