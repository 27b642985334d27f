package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.ScenarioServices;
import org.nowrongdoor.support.SearchForTests;

/** Several needs at once, through the door that callers use. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PlanTest {

    private static final String IN_MINNEAPOLIS = json("'where': {'place': 'Minneapolis, MN'}, 'size': 50");

    @BeforeEach
    void fixtures() {
        ScenarioServices.store();
    }

    @Test
    void eachNeedHasItsDoorsInTheOrderAskedFor() {
        var plan = plan(json("'needs': ['peer.group', 'shelter.emergency', 'bed', 'substance.naloxone']"));
        assertEquals(List.of("peer.group", "shelter.emergency", "substance.naloxone"), plan.getList("needs.code"));
        assertEquals(List.of(5, 1, 2), plan.getList("needs.tier"));
        assertTrue(names(plan, "needs[1].hits").contains("FX-A shelter"), plan.prettify());
        assertFalse(names(plan, "needs[1].hits").contains("FX-C drop-in"));
        assertTrue(names(plan, "needs[2].hits").contains("FX-C drop-in"));
        assertEquals("MN/minneapolis", plan.getString("interpreted_as.place.id"));
    }

    @Test
    void whoMeetsSeveralStandsTogether() {
        SearchForTests.put(
                "FX-Plan house",
                ScenarioServices.needs("shelter.emergency", "legal.vacatur") + ", " + ScenarioServices.areas("MN"));
        SearchForTests.awaitIndexed();
        try {
            var needs = json("'needs': ['shelter.emergency', 'legal.vacatur']");
            var plan = plan(needs);
            assertEquals(List.of("FX-Plan house"), names(plan, "together"));
            assertEquals(List.of("shelter.emergency", "legal.vacatur"), plan.getList("together[0].meets"));
            var quiet = plan(json("%s, 'discreet': true", needs));
            assertEquals(plan.getList("together.service.id"), quiet.getList("together.service.id"));
            assertEquals(List.of(), quiet.getList("together[0].meets"));
        } finally {
            SearchForTests.delete("FX-Plan house");
            SearchForTests.awaitIndexed();
        }
    }

    @Test
    void overAShoulderItHasDoorsAndNamesNoNeed() {
        var quiet = plan(json("'needs': ['shelter.emergency', 'substance.naloxone'], 'discreet': true"));
        assertEquals(Arrays.asList(null, null), quiet.getList("needs.code"));
        assertEquals(Arrays.asList(null, null), quiet.getList("needs.tier"));
        var open = plan(json("'needs': ['shelter.emergency', 'substance.naloxone']"));
        assertEquals(open.getList("needs[0].hits.service.id"), quiet.getList("needs[0].hits.service.id"));
        assertEquals(open.getList("needs[1].hits.service.id"), quiet.getList("needs[1].hits.service.id"));
        for (var word : List.of("shelter", "substance", "naloxone")) {
            assertFalse(quiet.prettify().toLowerCase(Locale.ROOT).contains(word), quiet.prettify());
        }
    }

    @Test
    void aNeedThatNobodyNearMeetsHasOtherDoors() {
        var plan = plan(json("'needs': ['shelter.emergency', 'edu.ged']"));
        assertEquals(List.of(), plan.getList("needs[1].hits"));
        assertFalse(plan.getList("needs[1].next_steps").isEmpty());
    }

    @Test
    void whatWasNotUnderstoodIsSaid() {
        var plan = plan(json("'needs': ['bed for two ghosts', 'legal']"));
        assertEquals(List.of("two ghosts"), plan.getList("interpreted_as.unresolved.text"));
    }

    @Test
    void onlyWhoFailsNoRuleIsInIt() {
        var plan = plan("""
        "needs": ["shelter.emergency", "substance.naloxone"], "client": {"sober_days": 1, \
        "oud_medication": true, "trading_sex": "current"}""");
        assertFalse(names(plan, "needs[0].hits").contains("FX-B safe house"));
        assertTrue(names(plan, "needs[0].hits").contains("FX-A shelter"));
    }

    @Test
    void oneNeedIsASearch() {
        given().contentType("application/json")
                .body(json("{'needs': ['legal']}"))
                .post("/plan")
                .then()
                .statusCode(400)
                .body("detail", containsString("a plan takes two or more needs, had 1; POST /search takes one"));
    }

    private static List<String> names(JsonPath plan, String of) {
        return plan.getList(of + ".service.name");
    }

    private static JsonPath plan(String asked) {
        return given().contentType("application/json")
                .body("{" + asked + ", " + IN_MINNEAPOLIS + "}")
                .post("/plan")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }
}
