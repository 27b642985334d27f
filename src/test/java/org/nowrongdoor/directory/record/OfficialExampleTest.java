package org.nowrongdoor.directory.record;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.HsdsSchemas.assertValid;
import static org.nowrongdoor.support.HsdsSchemas.example;
import static org.nowrongdoor.support.HsdsSchemas.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.http.parameter.JsonTrees;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredForTests;

/** Every official example is stored and comes back as it was. The exceptions, and why:
 *  {@code kind} and {@code location_policy} are always shown (our profile);
 *  {@code uri} of a phone is worked out from its number (our profile);
 *  {@code last_modified} is the store's, which the fixture takes from the record. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OfficialExampleTest {

    private static final List<String> OF_OUR_PROFILE = List.of("kind", "location_policy");

    private static final String ORGANIZATION = "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610";

    @Inject
    StoredForTests stored;

    @AfterEach
    void forgetExamples() {
        stored.forget();
    }

    @Test
    void aFullServiceComesBackFieldForField() {
        var id = stored.service(example("service_full"));
        assertEquals(tree(example("service_full")), shown("service", "/services/" + id));
    }

    @Test
    void aListedServiceComesBackFieldForField() {
        var expected = tree(example("service_list")).at("/contents/0");
        stored.service(expected.toString());
        assertEquals(expected, shownFirst("service", "/services?organization_id=" + ORGANIZATION));
    }

    @Test
    void aFullOrganizationComesBackFieldForField() {
        var id = stored.organization(example("organization_full"));
        assertEquals(
                tree(example("organization_full")),
                shown("organization", "/organizations/" + id + "?full_service=true"));
    }

    @Test
    void aListedOrganizationComesBackFieldForField() {
        var expected = tree(example("organization_list")).at("/contents/0");
        stored.organization(expected.toString());
        assertEquals(expected, shownFirst("organization", "/organizations?organization_id=" + ORGANIZATION));
    }

    @Test
    void aFullServiceAtLocationComesBackFieldForField() {
        var id = stored.serviceAtLocation(example("service_at_location_full"));
        assertEquals(
                tree(example("service_at_location_full")), shown("service_at_location", "/service_at_locations/" + id));
    }

    @Test
    void aListedServiceAtLocationComesBackFieldForField() {
        var expected = tree(example("service_at_location_list")).at("/contents/0");
        stored.serviceAtLocation(expected.toString());
        assertEquals(
                expected, shownFirst("service_at_location", "/service_at_locations?organization_id=" + ORGANIZATION));
    }

    @Test
    void aLocationComesBackFieldForField() {
        var id = stored.location(example("location"));
        assertEquals(tree(example("location")), shown("location", "/locations/" + id));
    }

    @Test
    void aTaxonomyComesBackFieldForField() {
        var id = stored.taxonomy(example("taxonomy"));
        assertEquals(tree(example("taxonomy")), shown("taxonomy", "/taxonomies/" + id));
        var listed = tree(example("taxonomy_list")).at("/contents/0");
        var page = tree(
                get("/taxonomies?per_page=500").then().statusCode(200).extract().asString());
        assertTrue(
                StreamSupport.stream(page.path("contents").spliterator(), false).anyMatch(listed::equals));
    }

    @Test
    void aTermComesBackFieldForField() {
        var id = stored.term(example("taxonomy_term"));
        assertEquals(tree(example("taxonomy_term")), shown("taxonomy_term", "/taxonomy_terms/" + id));
        assertEquals(
                tree(example("taxonomy_term_list")).at("/contents/0"),
                shownFirst("taxonomy_term", "/taxonomy_terms?taxonomy_id=5c4d79d7-cc55-470e-9f1f-8cad074e4892"));
    }

    private static JsonNode shown(String schema, String path) {
        return checked(schema, get(path).then().statusCode(200).extract().asString());
    }

    private static JsonNode shownFirst(String schema, String path) {
        var page = tree(get(path).then().statusCode(200).extract().asString());
        return checked(schema, page.at("/contents/0").toString());
    }

    private static JsonNode checked(String schema, String json) {
        var record = (ObjectNode) tree(json);
        assertValid(schema, record);
        JsonTrees.dropEverywhere(record, OF_OUR_PROFILE);
        record.findParents("number").forEach(phone -> ((ObjectNode) phone).remove("uri"));
        return record;
    }
}
