package org.nowrongdoor.directory.law;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** What sources say of the law is asked for, edited with its citation, and told where it touches a client. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LegalNoteTest {

    private static final UUID ID = UUID.nameUUIDFromBytes(new byte[] {1, 2, 3});

    private static final String NOTE = """
            {"state": "FL", "topics": ["syringe_law"], "text": {"en": "A test sentence.", "es": "Una frase de prueba."},
             "citation": "Test statute 1", "source_url": "https://law.example/1", "as_of": "2026-08-01"}""";

    private static RequestSpecification editor() {
        return given().auth().oauth2("nwd_admin-of-the-tests").contentType("application/json");
    }

    private static ValidatableResponse search(String body) {
        return given().contentType("application/json")
                .body(json(body))
                .post("/search")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void gone() {
        editor().delete("/legal-notes/" + ID);
    }

    @Test
    void theyAreAskedForByStateTopicAndAge() {
        given().get("/legal-notes?state=FL&topic=safe_harbor&age=16&lang=es")
                .then()
                .statusCode(200)
                .body("legal_notes.state", everyItem(equalTo("FL")))
                .body("legal_notes[0].text.es", notNullValue())
                .body("legal_notes[0].citation", notNullValue())
                .body("note", containsString("abogado"));
        given().get("/legal-notes?state=FL&age=40")
                .then()
                .body("legal_notes.topics.flatten()", not(hasItem("safe_harbor")));
        given().get("/legal-notes?state=WI&topic=vacatur")
                .then()
                .body("legal_notes", empty())
                .body("note", equalTo("Not in this directory. Ask a lawyer."));
        given().get("/legal-notes?topic=safe_harbour")
                .then()
                .statusCode(400)
                .body("detail", containsString("safe_harbor"));
    }

    @Test
    void aYoungPersonHearsOfTheLawOfTheState() {
        search("{'needs': ['shelter.emergency'], 'where': {'region': 'FL'}, 'client': {'age': 16}}")
                .body("legal_context.jurisdiction", hasItems("FL", "US"))
                .body("legal_context.jurisdiction", not(hasItem("MN")));
        search("{'needs': ['shelter.emergency'], 'where': {'region': 'FL'}, 'client': {'age': 40}}")
                .body("legal_context", empty());
        search("{'needs': ['shelter.emergency'], 'where': {'region': 'FL'}, 'discreet': true, 'client': {'age': 16}}")
                .body("legal_context", empty());
    }

    @Test
    void anEditorPutsANoteAndTakesItAway() {
        assertEquals(201, editor().body(NOTE).put("/legal-notes/" + ID).statusCode());
        search("{'needs': ['substance.ssp'], 'where': {'region': 'FL'}}")
                .body("legal_context.text", hasItem("A test sentence."))
                .body("legal_context.source", hasItem("Test statute 1"));
        search("{'needs': ['substance.ssp'], 'where': {'region': 'MN'}}")
                .body("legal_context.text", not(hasItem("A test sentence.")));
        assertEquals(200, editor().body(NOTE).put("/legal-notes/" + ID).statusCode());
        assertEquals(204, editor().delete("/legal-notes/" + ID).statusCode());
        assertEquals(404, editor().delete("/legal-notes/" + ID).statusCode());
        given().get("/legal-notes").then().body("legal_notes.id", not(hasItem(ID.toString())));
        assertEquals(
                401,
                given().contentType("application/json")
                        .body(NOTE)
                        .put("/legal-notes/" + ID)
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"citation", "source_url", "as_of", "topics", "text"})
    void noNoteWithoutItsSource(String member) throws JsonProcessingException {
        var note = (ObjectNode) new ObjectMapper().readTree(NOTE);
        note.remove(member);
        editor().body(note.toString())
                .put("/legal-notes/" + ID)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(containsString("/" + member)));
    }

    @ParameterizedTest
    @CsvSource({
        "source_url, https://bank.example@evil.example/",
        "source_url, https:no-host",
        "source_url, https://\u0435xample.com/",
        "as_of, 2026-02-31",
        "as_of, 0000-01-01"
    })
    void noSourceThatIsNoneAndNoDayThatIsNone(String member, String value) throws JsonProcessingException {
        refused(((ObjectNode) new ObjectMapper().readTree(NOTE)).put(member, value), member);
    }

    @Test
    void aNoteIsShort() throws JsonProcessingException {
        var note = (ObjectNode) new ObjectMapper().readTree(NOTE);
        refused(note.deepCopy().put("as_stated", "x".repeat(2_001)), "as_stated");
        refused(note.deepCopy().put("source_url", "https://law.example/" + "x".repeat(2_000)), "source_url");
        var twice = note.deepCopy();
        twice.withArray("topics").add("syringe_law");
        refused(twice, "topics");
    }

    private static void refused(ObjectNode note, String member) {
        editor().body(note.toString())
                .put("/legal-notes/" + ID)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/" + member));
    }
}
