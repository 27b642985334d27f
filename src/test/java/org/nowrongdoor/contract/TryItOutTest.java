package org.nowrongdoor.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.support.SeededDirectory;

/** What a newcomer sees who presses Execute in Swagger UI, everywhere: parameters and bodies go out as the description
 *  fills them in, without a key, and the answer is one that is promised. */
@QuarkusTest
@TestProfile(SeededDirectory.class)
@QuarkusTestResource(PostgresForTests.class)
class TryItOutTest {

    /** Reads that stand on records which the seed data have none of, or on links that someone was sent. */
    private static final Set<String> ABSENT = Set.of(
            "getLocation",
            "listLocationHistory",
            "getServiceAtLocation",
            "lookAtRequest",
            "getOwnEntry",
            "getOwnStatement",
            "getOwnVetting");

    private static final Set<String> QUESTIONS = Set.of(
            "search",
            "plan",
            "queryServices",
            "queryOrganizations",
            "queryServiceAtLocations",
            "queryTaxonomies",
            "queryTaxonomyTerms");

    private ApiDescription api;

    @BeforeEach
    void read() {
        SearchForTests.awaitIndexed();
        api = ApiDescription.read(given().get("/q/openapi?format=json").asString());
    }

    @Test
    void everyReadThatNeedsNoKeyIsAnswered() {
        var wrong = new ArrayList<String>();
        for (var one : api.operations()) {
            var isOpen =
                    one.operation().path("security").isEmpty() && !one.path().startsWith("/proving-ground");
            if (isOpen && !ABSENT.contains(one.id()) && (one.method().equals("get") || QUESTIONS.contains(one.id()))) {
                var answer = execute(one);
                if (answer.statusCode() != 200) {
                    wrong.add(one.id() + " " + answer.statusCode() + " " + answer.asString());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyOtherOperationSaysWhatItPromises() {
        var check = new AnswerCheck(api);
        var wrong = new ArrayList<String>();
        for (var one : api.operations()) {
            if (one.path().startsWith("/proving-ground")) {
                continue;
            }
            var answer = execute(one);
            var headers = new TreeMap<String, String>();
            answer.getHeaders().forEach(header -> headers.put(header.getName().toLowerCase(Locale.ROOT), ""));
            var mediaType = String.valueOf(answer.getContentType()).split(";", 2)[0];
            wrong.addAll(check.differences(new AnswerCheck.Answer(
                    one.method(), path(one), answer.statusCode(), mediaType, headers, answer.asString())));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void listsHoldSomething() {
        for (var id :
                List.of("listServices", "listOrganizations", "listTaxonomies", "listTaxonomyTerms", "queryServices")) {
            var one = api.operations().stream()
                    .filter(op -> op.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertEquals(false, execute(one).jsonPath().getBoolean("empty"), id);
        }
    }

    private Response execute(ApiDescription.Described one) {
        var request = given().urlEncodingEnabled(true);
        for (var parameter : one.operation().path("parameters")) {
            var name = parameter.path("name").asText();
            var value = parameter.path("example");
            if (value.isMissingNode() || parameter.path("in").asText().equals("path")) {
                continue;
            }
            if (parameter.path("in").asText().equals("query")) {
                value.forEach(item -> request.queryParam(name, item.asText()));
                if (!value.isArray()) {
                    request.queryParam(name, value.asText());
                }
            } else {
                request.header(name, value.asText());
            }
        }
        var content = one.operation().path("requestBody").path("content").properties();
        if (!content.isEmpty()) {
            var media = content.iterator().next();
            request.contentType(media.getKey());
            var body = example(media.getValue());
            if (media.getKey().endsWith("urlencoded")) {
                body.properties()
                        .forEach(field -> request.formParam(
                                field.getKey(), field.getValue().asText()));
            } else {
                request.body(body.isMissingNode() ? "{}" : body.toString());
            }
        }
        return request.request(one.method().toUpperCase(Locale.ROOT), path(one));
    }

    private static JsonNode example(JsonNode media) {
        if (media.has("example")) {
            return media.path("example");
        }
        var examples = media.path("examples").elements();
        return examples.hasNext() ? examples.next().path("value") : media.path("example");
    }

    private static String path(ApiDescription.Described one) {
        var path = one.path();
        for (var parameter : one.operation().path("parameters")) {
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace(
                        "{" + parameter.path("name").asText() + "}",
                        parameter.path("example").asText());
            }
        }
        return path;
    }
}
