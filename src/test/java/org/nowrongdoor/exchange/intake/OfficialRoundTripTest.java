package org.nowrongdoor.exchange.intake;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.DirectoryForTests;

/** What the official examples say comes back as it was sent. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OfficialRoundTripTest {

    // What our profile says of every record, and what a record shown alone belongs to.
    private static final Pattern ADDED = Pattern.compile("/(kind|location_policy|organization_id|phones/\\d+/uri)$");

    @Inject
    ObjectMapper mapper;

    @Test
    void aServiceComesBackFieldForField() throws IOException {
        comesBack("service_full", "/services/");
    }

    @Test
    void anOrganizationComesBackFieldForField() throws IOException {
        comesBack("organization_full", "/organizations/");
    }

    @Test
    void aLocationComesBackFieldForField() throws IOException {
        comesBack("location", "/locations/");
    }

    @Test
    void aTermComesBackFieldForField() throws IOException {
        comesBack("taxonomy_term", "/taxonomy_terms/");
    }

    private void comesBack(String name, String folder) throws IOException {
        var example = (ObjectNode)
                mapper.readTree(Files.readString(Path.of(System.getProperty("hsds.dir"), "examples", name + ".json")));
        var path = folder + example.get("id").textValue();
        var answer = DirectoryForTests.replaceOrPut(path, example.toString());
        var shown = mapper.readTree(
                given().get(path + (folder.equals("/organizations/") ? "?full=true&full_service=true" : ""))
                        .asString());
        if (!folder.equals("/organizations/")) {
            assertEquals(mapper.readTree(answer.asString()), shown);
        }
        var lost = FieldDifference.between(withoutTimes(example), withoutTimes(shown)).stream()
                .filter(difference -> difference.previous() != null
                        || !ADDED.matcher(difference.field()).find())
                .toList();
        assertEquals(List.of(), lost);
    }

    /** When a record last changed here is ours to say. */
    private static JsonNode withoutTimes(JsonNode record) {
        record.findParents("last_modified").forEach(parent -> ((ObjectNode) parent).remove("last_modified"));
        return record;
    }
}
