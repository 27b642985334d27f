package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.support.SeededDirectory;

/** What the description of the API says of a search is what a newcomer sees. */
@QuarkusTest
@TestProfile(SeededDirectory.class)
@QuarkusTestResource(PostgresForTests.class)
class DescribedSearchTest {

    private static final String OF_SEARCH = "paths.'/search'.post.";

    /** But for the cursor, which is opaque, the example of an answer is the answer to the example of a question. */
    @Test
    void theExampleIsAnsweredAsTheExampleShows() throws IOException {
        SearchForTests.awaitIndexed();
        var mapper = new ObjectMapper();
        var described = mapper.readTree(given().get("/q/openapi?format=json").asString());
        var post = described.path("paths").path("/search").path("post");
        var asked = example(post.path("requestBody"));
        var shown = (ObjectNode) example(post.path("responses").path("200"));
        var answer = (ObjectNode) mapper.readTree(given().contentType("application/json")
                .body(asked.toString())
                .post("/search")
                .asString());
        assertEquals(answer.remove("next").isTextual(), shown.remove("next").isTextual());
        assertEquals(answer.toPrettyString(), shown.toPrettyString(), "api-examples/SearchPage.json is not the answer");
        given().contentType("application/json")
                .body(asked.toString())
                .post("/plan")
                .then()
                .statusCode(200);
    }

    @Test
    void theBodySaysWhatTheParametersSay() {
        given().get("/q/openapi?format=json")
                .then()
                .body("components.schemas.SearchRequest.properties.q.description", equalTo("Words as they are said."))
                .body("components.schemas.SearchRequest.properties.needs.examples[0]", hasItem("shelter.emergency"))
                .body("components.schemas.SearchWhere.properties.postal_code.examples", hasItem("55404"))
                .body("components.schemas.SearchRequirements.properties.open_at.examples", hasItem("now"))
                .body("components.schemas.UnresolvedKind.enum", hasItems("place", "need", "words"))
                .body(OF_SEARCH.replace("post", "get") + "responses.'304'", nullValue());
    }

    private static JsonNode example(JsonNode body) {
        return body.path("content").path("application/json").path("example");
    }
}
