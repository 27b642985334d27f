package org.nowrongdoor.search.format;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ScenarioServices.areas;
import static org.nowrongdoor.support.ScenarioServices.needs;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** Which languages a service is found by, and what an answer that is read says of them. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SpokenLanguageTest {

    private static final String THERE = json("'needs': ['access.interpret'], 'where': {'region': '56005'}");

    @BeforeEach
    void services() {
        put("By code", json("{'code': 'es', 'name': 'Spanish', 'mode': 'staff'}"));
        put("By name", json("{'name': 'Español'}"));
        put("By tag", json("{'code': 'es-MX', 'name': 'Mexican', 'mode': 'interpreter'}"));
        put("Turned round", json("{'code': 'Spanish', 'name': 'es'}"));
        put("By sign", json("{'code': 'ase', 'name': 'ASL'}"));
        put("Unreadable", json("{'name': 'ask at the desk'}"));
        put("Partly read", json("{'code': 'so', 'name': 'Somali'}, {'name': 'others on request'}"));
        put("Silent", "");
        SearchForTests.awaitIndexed();
    }

    private static void put(String name, String languages) {
        SearchForTests.put(
                "Tongue " + name,
                json("%s, %s, 'languages': [%s]", areas("56005"), needs("access.interpret"), languages));
    }

    private static List<String> found(String language, String unknowns) {
        return given()
                .contentType("application/json")
                .body(Map.of(
                        "needs", List.of("access.interpret"),
                        "where", Map.of("region", "56005"),
                        "require", Map.of("languages", List.of(language)),
                        "unknowns", unknowns,
                        "size", 100))
                .post("/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("hits.service.name")
                .stream()
                .filter(name -> name.startsWith("Tongue "))
                .map(name -> name.substring("Tongue ".length()))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "ES", "spa", "es-MX", "spanish", "Español", "espanol"})
    void aServiceIsFoundByItsLanguageHoweverEitherSaysIt(String language) {
        assertEquals(List.of("By code", "By name", "By tag", "Turned round"), found(language, "exclude"));
    }

    @ParameterizedTest
    @CsvSource({
        "es:staff, By code",
        "Spanish:INTERPRETER, By tag",
        "ase, By sign",
        "ASL, By sign",
        "somali, Partly read"
    })
    void whoSpeaksItMayBeAskedForAndSignsAreALanguage(String language, String name) {
        assertEquals(List.of(name), found(language, "exclude"));
    }

    @Test
    void whatCannotBeReadIsNotAnotherLanguage() {
        assertEquals(List.of("By sign", "Partly read", "Silent", "Unreadable"), found("ase", "include"));
        assertEquals(List.of("Partly read", "Silent", "Unreadable"), found("hmn", "include"));
        assertEquals(List.of("Partly read", "Silent", "Unreadable"), found("so", "include"));
        var page = SearchForTests.search(json("{%s, 'require': {'languages': ['so']}, 'size': 100}", THERE));
        assertEquals(List.of(), page.getList(hit("Partly read") + ".unknown_facts"));
        assertEquals(List.of("languages"), page.getList(hit("Unreadable") + ".unknown_facts"));
    }

    @Test
    void aLanguageThatStandsForSeveralIsAskedAbout() {
        put("In Cantonese", json("{'code': 'yue'}"));
        put("In Chinese", json("{'name': 'Chinese'}"));
        SearchForTests.awaitIndexed();
        try {
            assertEquals(List.of("In Cantonese", "In Chinese"), found("zh", "exclude"));
            assertEquals(List.of("In Cantonese"), found("Cantonese", "exclude"));
            var perhaps = List.of("In Chinese", "Partly read", "Silent", "Unreadable");
            assertEquals(perhaps, found("Mandarin", "include"));
            assertEquals(perhaps, found("cmn:staff", "include"));
            assertEquals(List.of(), found("cmn", "exclude"));
        } finally {
            List.of("In Cantonese", "In Chinese").forEach(name -> SearchForTests.delete("Tongue " + name));
            SearchForTests.awaitIndexed();
        }
    }

    @Test
    void whoSpeaksItIsUnknownWhereNobodySays() {
        assertEquals(
                List.of("By code", "By name", "Partly read", "Silent", "Turned round", "Unreadable"),
                found("es:staff", "include"));
        var page = SearchForTests.search(json("{%s, 'require': {'languages': ['es:staff']}, 'size': 100}", THERE));
        assertEquals(List.of(), page.getList(hit("By code") + ".unknown_facts"));
        assertEquals(List.of("languages"), page.getList(hit("By name") + ".unknown_facts"));
    }

    private static String hit(String name) {
        return "hits.find { it.service.name == 'Tongue " + name + "' }";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xx | ",
                "Klingonish | ",
                "??? | ",
                "blorp (old) | ",
                "spansh | es",
                "españll | es",
                "Klingonish:staff | "
            })
    void aLanguageThatNobodyKnowsLeavesOutNothingAndIsAskedAbout(String language, @Nullable String meant) {
        var asked = json("{%s, 'require': {'languages': ['%s']}, 'size': 100}", THERE, language);
        var page = SearchForTests.search(asked);
        var without = SearchForTests.search(json("{%s, 'size': 100}", THERE));
        assertEquals(without.getList("hits.service.id"), page.getList("hits.service.id"));
        var unresolved = "interpreted_as.unresolved.find { it.as == 'language' }";
        assertEquals(language, page.getString(unresolved + ".text"));
        assertEquals(meant == null ? List.of() : List.of(meant), page.getList(unresolved + ".candidates.id"));
        var spanish =
                SearchForTests.spoken(json("{%s, 'lang': 'es', 'require': {'languages': ['%s']}}", THERE, language));
        assertTrue(spanish.contains("idioma"), spanish);
    }

    @Test
    void aLanguageOfTheClientThatNobodyKnowsIsAskedAbout() {
        var page =
                SearchForTests.search(json("{%s, 'client': {'languages': ['Klingonish', 'es']}, 'size': 100}", THERE));
        assertEquals("Klingonish", page.getString("interpreted_as.unresolved.find { it.as == 'language' }.text"));
        var alone = SearchForTests.search(json("{%s, 'client': {'languages': ['Klingonish']}, 'size': 100}", THERE));
        var without = SearchForTests.search(json("{%s, 'size': 100}", THERE));
        assertEquals(without.getList("hits.service.id"), alone.getList("hits.service.id"));
    }

    @Test
    void whoSpeaksItIsStaffOrAnInterpreter() {
        given().queryParam("language", "es:volunteer")
                .get("/search")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/require/languages")))
                .body("detail", containsString("languages take :staff or :interpreter"));
    }

    @Test
    void aRecordIsShownAsItStands() {
        var page = SearchForTests.search(json("{%s, 'size': 100}", THERE));
        assertEquals("es-MX", page.getString(hit("By tag") + ".service.languages[0].code"));
        assertEquals("Mexican", page.getString(hit("By tag") + ".service.languages[0].name"));
    }

    @Test
    void anAnswerThatIsReadSaysWordsInItsOwnLanguage() {
        var asked = """
        {%s, "lang": "%%s", "size": 100, "client": {"pets": ["dog"], "age": 30}, \
        "require": {"languages": ["es"], "open_at": "now"}}""".formatted(THERE);
        var spanish = SearchForTests.spoken(asked.formatted("es"));
        assertTrue(spanish.contains("Idiomas: español (personal)"), spanish);
        assertTrue(spanish.contains("No han dicho: horario; Se aceptan mascotas"), spanish);
        assertTrue(spanish.contains("Quedaron fuera por lo que usted pidió: idioma (1)."), spanish);
        var english = SearchForTests.spoken(asked.formatted("en"));
        assertTrue(english.contains("Languages: Spanish (staff)"), english);
        assertTrue(english.contains("They have not said: opening hours; Pets can come"), english);
        assertTrue(english.contains("Left out because of what you asked for: language (1)."), english);
        for (var text : List.of(spanish, english)) {
            assertTrue(text.contains("ask at the desk"), text);
            assertFalse(text.contains("pets_allowed"), text);
            assertFalse(text.contains("open_at"), text);
        }
    }

    @Test
    void facetsSayWhatTheirCodesMean() {
        given().contentType("application/json")
                .body(json("{%s, 'lang': 'es', 'facets': ['language', 'kind']}", THERE))
                .post("/search")
                .then()
                .body("facets.language.value", hasSize(3))
                .body("facets.language.find { it.value == 'es' }.label", equalTo("español"))
                .body("facets.language.find { it.value == 'ase' }.label", equalTo("lengua de señas americana"))
                .body("facets.kind.find { it.value == 'service' }.label", equalTo("Servicio"));
    }
}
