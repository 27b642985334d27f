package org.nowrongdoor.exchange.vetting;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.exchange.vetting.VettedOrganization.key;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.ScenarioServices;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.support.SettableClock;

/** Vetting files are told to those who ask, and change nothing else of an answer. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class VettingInSearchTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    SettableClock clock;

    private VettedOrganization house;
    private String concern;

    @BeforeEach
    void store() {
        ScenarioServices.store();
        house = VettedOrganization.stored(ScenarioServices.needs("shelter.emergency", "legal.vacatur") + ", "
                + ScenarioServices.areas("MN") + ",");
        concern = house.filed(key("directory:vet"), "They spoke for a law.");
        house.review(key("directory:vet"), concern, "confirm").then().statusCode(200);
        clock.advance(Duration.ofDays(31));
        SearchForTests.awaitIndexed();
    }

    /** Nothing stays for the searches of other tests. */
    @AfterEach
    void remove() {
        clock.reset();
        editor().header("If-Match", "*")
                .delete("/services/" + house.service())
                .then()
                .statusCode(204);
        SearchForTests.awaitIndexed();
    }

    private static JsonNode asked(String path, String body) {
        try {
            return MAPPER.readTree(given().contentType("application/json")
                    .body(json(body))
                    .post(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode own(JsonNode hits) {
        for (var hit : hits) {
            if (hit.at("/service/id").asText().equals(house.service().toString())) {
                return hit.at("/service/organization");
            }
        }
        throw new AssertionError("not found: " + hits);
    }

    private static JsonNode withoutVetting(JsonNode answer) {
        answer.findParents("vetting").forEach(parent -> ((ObjectNode) parent).remove("vetting"));
        return answer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'needs': ['shelter.emergency'], 'size': 100",
                "'q': 'shelter in Minneapolis', 'size': 100",
                "'needs': ['shelter.emergency'], 'client': {'age': 17}, 'size': 100",
                "'needs': ['shelter.emergency'], 'sort': 'verified', 'lang': 'es', 'size': 100"
            })
    void hitsTheirOrderAndTheirTotalAreTheSameWithVetting(String question) {
        var without = asked("/search", "{" + question + "}");
        assertTrue(without.findValues("vetting").isEmpty());
        var with = asked("/search", "{" + question + ", 'vetting': true}");
        assertTrue(with.path("hits").size() > 1, with.toPrettyString());
        for (var hit : with.path("hits")) {
            var owner = hit.at("/service/organization");
            assertEquals(owner.isObject(), owner.path("vetting").isObject(), "each organisation has a file");
        }
        assertEquals(without.toPrettyString(), withoutVetting(with).toPrettyString());
        var again = asked("/search", "{" + question + "}");
        assertEquals(without.toPrettyString(), again.toPrettyString(), "what is kept of a hit knows no file");
    }

    @Test
    void aHitTellsTheFileOfItsOrganisation() {
        var vetting = own(asked("/search", "{'needs': ['legal.vacatur'], 'vetting': true}")
                        .path("hits"))
                .path("vetting");
        assertEquals(8, vetting.path("answers").size());
        assertEquals("unknown", vetting.at("/answers/0/value").asText());
        assertEquals(concern, vetting.at("/concerns/0/id").asText());
        assertEquals("They spoke for a law.", vetting.at("/concerns/0/says").asText());
        assertTrue(vetting.at("/concerns/0/reply").isNull());
        var spanish = given().get("/search?need=legal.vacatur&vetting=true&lang=es");
        assertTrue(spanish.asString().contains("pagan por sexo"), spanish.asString());
    }

    @Test
    void aPlanTellsThemToo() {
        var plan = asked("/plan", "{'needs': ['shelter.emergency', 'legal.vacatur'], 'vetting': true}");
        for (var hits : new JsonNode[] {plan.at("/needs/0/hits"), plan.at("/needs/1/hits"), plan.path("together")}) {
            assertEquals(concern, own(hits).at("/vetting/concerns/0/id").asText());
        }
        assertEquals(
                asked("/plan", "{'needs': ['shelter.emergency', 'legal.vacatur']}")
                        .toPrettyString(),
                withoutVetting(plan).toPrettyString());
    }

    @Test
    void noFileIsToldOverAShoulder() {
        var quiet = asked("/search", "{'needs': ['legal.vacatur'], 'vetting': true, 'discreet': true}");
        assertTrue(quiet.findValues("vetting").isEmpty(), quiet.toPrettyString());
        assertFalse(quiet.toString().contains("They spoke"), quiet.toPrettyString());
    }

    @Test
    void theParameterIsABoolean() {
        given().get("/search?need=legal.vacatur&vetting=loud").then().statusCode(400);
        given().get("/search?need=legal.vacatur&vetting=").then().statusCode(400);
    }
}
