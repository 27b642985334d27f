package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ReferralForTests.id;
import static org.nowrongdoor.support.ReferralForTests.sender;
import static org.nowrongdoor.support.ReferralForTests.service;
import static org.nowrongdoor.support.ReferralForTests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.DirectoryForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.support.StoredText;

/** What a record says is answered in Spanish where it is translated, and else with the name of its language. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class TranslationTest {

    private static final String BOTH = json("""
            , 'description': 'Beds for a month.', 'alert': 'Ring twice.', 'application_process': 'Call first.',
            'translations': {'es': {'description': 'Camas por un mes.', 'alert': 'Toque dos veces.',
                                    'application_process': 'Llame primero.'}},
            'service_areas': [{'name': 'Nine counties', 'extent_type': 'text',
                               'translations': {'es': {'name': 'Nueve condados'}}}],
            'disclosures': [{'code': 'other', 'text': 'A camera films the door.',
                             'translations': {'es': {'text': 'Una cámara filma la puerta.'}}}]""");

    private static final String ENGLISH = json("""
            , 'description': 'Beds for a month.', 'alert': 'Ring twice.',
            'disclosures': [{'code': 'other', 'text': 'A camera films the door.'}]""");

    @Inject
    DataSource source;

    private static UUID stored(String name, String rest) {
        var id = service(name, rest);
        SearchForTests.awaitIndexed();
        return id;
    }

    private static ValidatableResponse search(String name, String lang, String accept) {
        return given().contentType("application/json")
                .accept(accept)
                .body(json("{'q': '%s', 'lang': '%s'}", name, lang))
                .post("/search")
                .then()
                .statusCode(200);
    }

    @Test
    void aSpanishAnswerHoldsTheTranslations() {
        var id = stored("Vellimonde", BOTH);
        given().get("/services/" + id).then().body("translations.es.alert", equalTo("Toque dos veces."));
        search("Vellimonde", "es", "application/json")
                .body("hits[0].service.summary", equalTo("Camas por un mes."))
                .body("hits[0].service.alert", equalTo("Toque dos veces."))
                .body("hits[0].service.application_process", equalTo("Llame primero."))
                .body("hits[0].service.areas[0].name", equalTo("Nueve condados"))
                .body("hits[0].service.texts_lang", nullValue())
                .body("hits[0].disclosures[0].text", equalTo("Una cámara filma la puerta."))
                .body("hits[0].disclosures[0].texts_lang", nullValue())
                .body("hits[0].disclosures[0].translations", nullValue());
        var text = search("Vellimonde", "es", "text/plain").extract().asString();
        var place = text.substring(0, text.indexOf("Otros lugares"));
        assertTrue(place.contains("Toque dos veces."), place);
        assertFalse(place.contains("(en inglés)"), place);
        with(sender())
                .body(json("{'service_id': '%s', 'lang': 'es'}", id))
                .post("/referrals/preview")
                .then()
                .statusCode(200)
                .body("disclosures[0].text", equalTo("Una cámara filma la puerta."))
                .body("service.alert", equalTo("Toque dos veces."));
    }

    @Test
    void anEnglishAnswerHoldsTheTextsOfTheRecord() {
        stored("Vellimonde", BOTH);
        // In Spanish first: what was written for one language is not told in the other.
        search("Vellimonde", "es", "application/json").body("hits[0].service.alert", equalTo("Toque dos veces."));
        search("Vellimonde", "en", "application/json")
                .body("hits[0].service.alert", equalTo("Ring twice."))
                .body("hits[0].service.texts_lang", nullValue())
                .body("hits[0].disclosures[0].text", equalTo("A camera films the door."));
    }

    @Test
    void aTextWithoutTranslationNamesItsLanguage() {
        stored("Quorrenby", ENGLISH);
        search("Quorrenby", "es", "application/json")
                .body("hits[0].service.alert", equalTo("Ring twice."))
                .body("hits[0].service.texts_lang.alert", equalTo("en"))
                .body("hits[0].service.texts_lang.summary", equalTo("en"))
                .body("hits[0].disclosures[0].texts_lang.text", equalTo("en"));
        search("Quorrenby", "es", "text/plain").body(containsString("(en inglés) Ring twice."));
        search("Quorrenby", "es", "text/csv").body(containsString("(en inglés) A camera films the door."));
        search("Quorrenby", "en", "application/json").body("hits[0].service.texts_lang", nullValue());
    }

    @Test
    void whatAnAnswerSaysOfLanguagesIsNotStored() {
        var id = service("Languages told back", json("""
                , 'disclosures': [{'code': 'other', 'text': 'A camera.', 'texts_lang': {'text': 'en'}}]"""));
        given().get("/services/" + id).then().body("disclosures[0].texts_lang", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "xx", "Spanish", "ES"})
    void aTranslationStandsUnderTheCodeOfItsLanguage(String key) {
        put(
                        "/services/" + id("Under the wrong key"),
                        DirectoryForTests.service(
                                id("Under the wrong key"),
                                json("'alert': 'Full', 'translations': {'%s': {'alert': 'Lleno'}},", key)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/translations/" + key));
    }

    @Test
    void aPatchOfATextTakesItsTranslationAway() {
        var id = service("Patched in English", BOTH);
        editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json("{'alert': 'Ring once.'}"))
                .patch("/services/" + id)
                .then()
                .statusCode(200);
        given().get("/services/" + id)
                .then()
                .body("translations.es.alert", nullValue())
                .body("translations.es.description", equalTo("Camas por un mes."));
    }

    /** The translation says where the place is in words that no pattern knows. */
    @Test
    void theTranslationOfATextThatToldAnAddressIsNotKept() {
        var record = DirectoryForTests.service(id("Told in two languages"), json("""
                'location_policy': 'confidential', 'alert': 'Come to 7431 Quillfeather Street.',
                'description': 'Beds.',
                'translations': {'es': {'alert': 'Venga a la casa morada frente a Zanbrosio.', 'description': 'Camas.'}},"""));
        put("/services/" + id("Told in two languages"), record).then().statusCode(201);
        var kept = StoredText.of(source);
        assertFalse(kept.contains("Zanbrosio"), "the translation is kept");
        assertTrue(kept.contains("Camas."), "the other one is not");
        given().get("/services/" + id("Told in two languages"))
                .then()
                .body("translations.es.description", equalTo("Camas."));
    }

    @Test
    void aRecordSentBackAsItWasShownKeepsThem() {
        var id = service("Sent back as shown", BOTH);
        var shown = given().get("/services/" + id + "?full=true").asString();
        replace("/services/" + id, shown).then().statusCode(200);
        given().get("/services/" + id)
                .then()
                .body("translations.es.alert", equalTo("Toque dos veces."))
                .body("disclosures[0].translations.es.text", equalTo("Una cámara filma la puerta."));
    }
}
