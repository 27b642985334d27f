package org.nowrongdoor.directory;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ListedTermTest {

    private final UUID taxonomy = UUID.randomUUID();
    private final String ofOurs = "/taxonomy_terms?taxonomy_id=" + taxonomy;

    @Inject
    StoredForTests stored;

    private UUID shelter = UUID.randomUUID();

    @BeforeEach
    void store() {
        shelter = term("shelter", "");
        term("shelter.emergency", """
        , "parent_id": "%s", "synonyms": [{"lang": "en", "form": "bed tonight"},{"lang": "en", \
        "form": "unkind word", "note": "INPUT ONLY"}]""".formatted(shelter));
    }

    @AfterEach
    void forget() {
        stored.forget();
    }

    private UUID term(String code, String more) {
        return stored.term("""
        {"id": "%s", "code": "%s", "name": "Term %s", "description": "", "taxonomy_detail": {"id": "%s", \
        "name": "Needs %s", "description": ""}%s}""".formatted(UUID.randomUUID(), code, code, taxonomy, taxonomy, more));
    }

    @Test
    void termsAreFoundByTaxonomyParentAndTop() {
        get(ofOurs).then().body("contents.code", containsInAnyOrder("shelter", "shelter.emergency"));
        get(ofOurs + "&top_only=true").then().body("contents.code", contains("shelter"));
        get(ofOurs + "&parent_id=" + shelter).then().body("contents.code", contains("shelter.emergency"));
        get(ofOurs + "&search=emerg").then().body("contents.code", contains("shelter.emergency"));
        get(ofOurs + "&top_only=true&parent_id=" + shelter).then().statusCode(400);
        given().contentType(ContentType.JSON)
                .body(json("{'taxonomy_id': '%s', 'top_only': true}", taxonomy))
                .post("/taxonomy_terms")
                .then()
                .body("contents.code", contains("shelter"));
    }

    @Test
    void aTermShowsItsTaxonomyAndNeverAFormForInputAlone() {
        get(ofOurs + "&parent_id=" + shelter)
                .then()
                .body("contents[0].taxonomy_detail.id", equalTo(taxonomy.toString()))
                .body("contents[0].synonyms.form", contains("bed tonight"))
                .body(not(containsString("unkind")));
    }

    @Test
    void taxonomiesAreFoundByWords() {
        given().queryParam("search", "\"" + taxonomy + "\"")
                .get("/taxonomies")
                .then()
                .body("contents.id", contains(taxonomy.toString()));
        get("/taxonomies/" + taxonomy).then().statusCode(200).body("name", equalTo("Needs " + taxonomy));
    }
}
