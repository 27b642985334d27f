package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** HSDS's own words on who can get help are a stated rule: ages as numbers, the rest as it is written. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class StatedAgesTest {

    private static ValidatableResponse search(String word, String client) {
        SearchForTests.awaitIndexed();
        return given().contentType("application/json")
                .body(json("{'q': '%s', 'client': ", word) + json(client) + "}")
                .post("/search")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"11, not_eligible", "12, eligible", "17, eligible", "18, not_eligible"})
    void twoAgesAreARule(int age, String verdict) {
        SearchForTests.put(
                "Sneezewort house",
                json("'minimum_age': 12, 'maximum_age': 17, 'eligibility_description': 'Youth 12 to 17.'"));
        var page = search("sneezewort", "{'age': " + age + "}");
        if (verdict.equals("eligible")) {
            page.body("hits[0].match.verdict", equalTo("eligible"))
                    .body("hits[0].match.reasons[0].as_stated", equalTo("Youth 12 to 17."));
        } else {
            page.body("hits.size()", equalTo(0))
                    .body("not_eligible[0].reasons[0].attribute", equalTo("age"))
                    .body("not_eligible[0].reasons[0].as_stated", equalTo("Youth 12 to 17."));
        }
    }

    @Test
    void anAgeThatWasNotSaidIsAskedFor() {
        SearchForTests.put("Bittercress house", json("'minimum_age': 21"));
        search("bittercress", "{}")
                .body("hits[0].match.verdict", equalTo("unknown"))
                .body("hits[0].match.questions.attribute", hasItem("age"));
    }

    @ParameterizedTest
    @CsvSource({"0, 99", "0, 120", "0, 100"})
    void zeroAndNinetyNineAreNoBounds(int youngest, int oldest) {
        SearchForTests.put("Pipewort house " + oldest, json("'minimum_age': %d, 'maximum_age': %d", youngest, oldest));
        search("pipewort", "{'age': 100}")
                .body(
                        "hits.find { it.service.name == 'Pipewort house " + oldest + "' }.match.verdict",
                        equalTo("unknown"));
    }

    @Test
    void wordsAloneAreToldAndDecideNothing() {
        SearchForTests.put("Mousetail house", json("'eligibility_description': 'Neighbours of the east side.'"));
        search("mousetail", "{'age': 40}")
                .body("hits[0].match.verdict", equalTo("unknown"))
                .body("hits[0].match.reasons[0].as_stated", equalTo("Neighbours of the east side."))
                .body("hits[0].match.reasons[0].unknown_to", equalTo("provider"))
                .body("hits[0].match.reasons[0].text", containsString("in their own words"));
    }

    @Test
    void aRuleOfItsOwnCountsAndTheAgesDoNot() {
        SearchForTests.put("Toadflax house", json("""
                'minimum_age': 12, 'maximum_age': 17,
                'eligibility': {'attribute': 'age', 'max': 24, 'strength': 'hard', 'as_stated': 'up to 24'}"""));
        search("toadflax", "{'age': 22}").body("hits[0].match.verdict", equalTo("eligible"));
    }
}
