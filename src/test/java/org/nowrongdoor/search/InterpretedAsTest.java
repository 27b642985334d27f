package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.search.format.ParagraphFormatter;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.support.SeededDirectory;

/** What was understood is said, and what was not; nothing is made of words that no one meant. */
@QuarkusTest
@TestProfile(SeededDirectory.class)
@QuarkusTestResource(PostgresForTests.class)
class InterpretedAsTest {

    @BeforeAll
    static void indexed() {
        SearchForTests.awaitIndexed();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "georgetown delaware mi novio me pega, hablo español | es | Abriendo Puertas – bilingual hotline",
                "spanish speaking hotline georgetown delaware | es | Abriendo Puertas – bilingual hotline",
                "abogado que hable hmong saint paul | hmn | ''",
                "mi esposo se ha ido tampa | '' | ''"
            })
    void whoSpeaksTheLanguageOfALineComesFirst(String q, String code, String first) {
        var page = search(q);
        assertEquals(code.isEmpty() ? List.of() : List.of(code), page.getList("interpreted_as.languages.code"), q);
        if (!first.isEmpty()) {
            assertEquals(first, page.getString("hits[0].service.name"), q);
        }
    }

    @Test
    void askedWithoutPoliceTheExamItselfIsFound() {
        var page = search("rape exam without police baltimore county maryland");
        assertEquals("GBMC SAFE Program", page.getString("hits[0].service.name"));
        assertEquals(List.of("health.sane"), page.getList("interpreted_as.needs.code"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CP | CP | legal.continued_presence",
                "bed and CP | CP | legal.continued_presence",
                "HT | HT | sit.survivor.ht health.gender_affirming",
                "SA | SA | sit.survivor.sa substance",
                "RN license | RN | case.safe_harbor_nav",
                "T | T | health.gender_affirming legal.tvisa",
                "W2 | W2 | work.training",
                "W-2 | W-2 | work.training",
                "papers | papers | legal.immigration legal.id_docs"
            })
    void anAcronymOfSeveralMeaningsIsAskedAbout(String q, String text, String codes) {
        var page = search(q);
        assertEquals(List.of(text), page.getList("interpreted_as.unresolved.findAll { it.as == 'need' }.text"), q);
        var expected = List.of(codes.split(" ", -1));
        assertEquals(expected, page.getList("interpreted_as.unresolved.find { it.as == 'need' }.candidates.id"));
        for (var code : expected) {
            assertFalse(page.getList("interpreted_as.needs.code").contains(code), "taken for " + code);
            SearchForTests.search(json("{'needs': ['%s']}", code));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HT hormones",
                "W2 tax form",
                "SA substance abuse",
                "RN nurse",
                "no papers and a lawyer",
                "what works for pain",
                "t-shirt",
                "bed tonight",
                "naloxne",
                "HT survivor",
                "S.A.N.E. exam",
                "W2 in Milwaukee, WI"
            })
    void whatIsClearOrAWordOfEveryDayIsNotAskedAbout(String q) {
        assertEquals(List.of(), search(q).getList("interpreted_as.unresolved.findAll { it.as == 'need' }"), q);
    }

    @ParameterizedTest
    @CsvSource({"zzzzqqq, zzzzqqq, false", "bed Zzzzqqq, Zzzzqqq, true", "free zebra clinic, zebra, true"})
    void aWordThatStandsInNoRecordIsNamed(String q, String word, boolean isLenient) {
        var page = search(q);
        assertEquals(
                List.of(Map.of("text", word, "as", "words", "candidates", List.of())),
                page.getList("interpreted_as.unresolved"));
        assertEquals(isLenient, Boolean.TRUE.equals(page.get("interpreted_as.lenient")));
    }

    @Test
    void aSituationIsSaidInNeutralWords() {
        var spanish = SearchForTests.search(json("{'q': 'violencia doméstica en Duluth, MN', 'lang': 'es'}"));
        assertEquals(
                List.of(Map.of(
                        "code", "sit.survivor.dv",
                        "label", "Sobreviviente de violencia doméstica",
                        "from", "violencia doméstica")),
                spanish.getList("interpreted_as.situations"));
        var hurting = search("hooker needs a bed");
        assertEquals("Trades sex", hurting.getString("interpreted_as.situations[0].label"));
        assertNull(hurting.get("interpreted_as.situations[0].from"));
        assertEquals(List.of("shelter.emergency"), hurting.getList("interpreted_as.needs.code"));
        var asNeed = SearchForTests.search(json("{'needs': ['domestic abuse']}"));
        assertEquals(List.of("sit.survivor.dv"), asNeed.getList("interpreted_as.situations.code"));
        assertTrue(asNeed.getList("interpreted_as.needs.code").contains("shelter.safe"));
        var quiet = SearchForTests.search(json("{'q': 'domestic abuse', 'discreet': true}"));
        assertEquals(List.of(), quiet.getList("interpreted_as.situations"));
    }

    @Test
    void aSmallTownWithoutItsStateIsLikely() {
        var page = search("bed in Nome");
        assertEquals(List.of(), page.getList("interpreted_as.unresolved"));
        assertEquals("AK/nome", page.getString("interpreted_as.place.id"));
        assertEquals(List.of("TX/nome"), page.getList("interpreted_as.place.also.id"));
        var text = SearchForTests.spoken(json("{'q': 'bed in Kotzebue'}"));
        assertTrue(text.contains("We read the place as Kotzebue, AK."), text);
        var asked = SearchForTests.spoken(json("{'q': 'bed, escaped from Kotzebue'}"));
        assertTrue(asked.contains("\"Kotzebue\" may be a place: Kotzebue, AK. Is it? We searched every place."), asked);
    }

    @Test
    void aWordThatOnlyMeetsNoneOfTheFiltersIsKnown() {
        var page = SearchForTests.search(json("{'q': 'Passageways', 'where': {'region': 'AK'}}"));
        assertEquals(0, page.getInt("total.value"));
        assertEquals(List.of(), page.getList("interpreted_as.unresolved"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "john",
                "bed john",
                "hobbyist",
                "zzzz hooker",
                "bed tricks",
                "bed hobyist",
                "bed prostituirme",
                "bed prostitute123",
                "bed pimp",
                "bed battered",
                "bed migra"
            })
    void aWordThatIsAcceptedAndNeverShownDoesNotComeBack(String q) {
        var hurting = q.substring(q.indexOf(' ') + 1);
        var asked = search(q).getString("interpreted_as");
        assertFalse(asked.contains(hurting), asked);
        var needs = given().contentType("application/json")
                .body(Map.of("needs", List.of("bed " + hurting)))
                .post("/search")
                .jsonPath()
                .getString("interpreted_as");
        assertFalse(needs.contains(hurting), needs);
    }

    @Test
    void aWordThatIsNeverShownDoesNotComeBackAsAPlaceNorInARefusal() {
        var page = SearchForTests.search(json("{'where': {'place': 'prostitute'}}"));
        assertEquals(List.of("…"), page.getList("interpreted_as.unresolved.text"));
        refused(json("{'needs': ['legal', 'john']}"))
                .body("detail", startsWith("entry 2 of needs is no code and no word that we know"));
    }

    @Test
    void anEmptyPlaceIsRefused() {
        refused(json("{'where': {'place': ' '}}")).body("detail", containsString("place must not be empty"));
    }

    @Test
    void overAShoulderARefusalNamesNoNeed() {
        for (var need : List.of("SA", "sheltr.emergency", "qqqq")) {
            refused(json("{'discreet': true, 'needs': ['%s']}", need))
                    .body("detail", startsWith("entry 1 of needs is no code and no word"))
                    .body("detail", not(containsString("perhaps")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can't go home and I need a place to sleep",
                "it's cold and I need a bed",
                "he'll come back, I don't feel safe and need shelter",
                "no tengo a dónde ir y necesito una cama",
                "hola, ¿me puede ayudar a conseguir un abogado? gracias",
                "tengo que salir de aquí, busco refugio",
                "refugio cerca de Tampa esta noche"
            })
    void smallWordsOfASentenceAreNotListed(String q) {
        var small = List.of(
                "can't",
                "go",
                "it's",
                "he'll",
                "come",
                "don't",
                "tengo",
                "ir",
                "hola",
                "puede",
                "conseguir",
                "gracias",
                "noche");
        var listed = search(q).<String>getList("interpreted_as.unresolved.text");
        assertTrue(Collections.disjoint(small, listed), q + ": " + listed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it's cold and I need a bed | shelter.emergency",
                "It's urgent | ",
                "prueba de ITS | health.sti_test",
                "ITS | health.sti_test",
                "S.A.N.E. | health.sane",
                "W2 in Milwaukee, WI | work.training",
                "pregnancy | health.prenatal",
                "I want to kill myself | mental.crisis",
                "me quiero matar | mental.crisis",
                "my boss won't pay me | legal.labor",
                "mi patrón no me paga | legal.labor",
                "necesito hablar con alguien | hotline.warmline",
                "nowhere to sleep | shelter.emergency",
                "no tengo a dónde ir | shelter.emergency",
                "I need a place to sleep tonight with my two kids | shelter.emergency",
                "someone is following me | hr.safety_planning",
                "my ex posted my pictures | hr.digital",
                "he took my passport | legal.id_docs",
                "me echaron de mi casa | shelter.emergency"
            })
    void sentencesOfACrisisAreUnderstood(String q, String code) {
        assertEquals(code == null ? List.of() : List.of(code), search(q).getList("interpreted_as.needs.code"), q);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my husband hits me",
                "he beat me",
                "my ex is stalking me",
                "mi marido me golpea",
                "me pegó mi marido"
            })
    void whoIsHurtAtHomeFindsDoors(String q) {
        var page = search(q);
        assertEquals(List.of("sit.survivor.dv"), page.getList("interpreted_as.situations.code"), q);
        assertTrue(page.getInt("total.value") > 0, q);
    }

    @Test
    void aCodeAmongTheWordsOfANeedIsThatNeed() {
        var page = SearchForTests.search(json("{'needs': ['shelter and legal', 'legal please']}"));
        assertEquals(List.of("shelter.emergency", "legal"), page.getList("interpreted_as.needs.code"));
        assertEquals(List.of(), page.getList("interpreted_as.unresolved"));
    }

    @Test
    void wordsOfANeedThatItWasNotReadFromAreNamed() {
        var page = SearchForTests.search(json("{'needs': ['a bed for two ghosts', 'HT and a bed', 'bed']}"));
        assertEquals(List.of("shelter.emergency"), page.getList("interpreted_as.needs.code"));
        assertEquals(List.of("two ghosts", "HT"), page.getList("interpreted_as.unresolved.text"));
        assertEquals(List.of("need", "need"), page.getList("interpreted_as.unresolved.as"));
        assertEquals(List.of(), page.getList("interpreted_as.unresolved[0].candidates"));
    }

    @Test
    void anAcronymAsANeedIsRefusedWithWhatItMayMean() {
        refused(json("{'needs': ['SA']}"))
                .body(
                        "detail",
                        equalTo("needs holds \"SA\", which may mean more than one thing. Perhaps sit.survivor.sa,"
                                + " substance. GET /taxonomy_terms lists the codes."));
    }

    @Test
    void itIsReadOutInBothLanguages() {
        var english = SearchForTests.spoken(json("{'q': 'bed for HT zzzzqqq'}"));
        assertTrue(english.contains("Nothing fits exactly. These come nearest."), english);
        assertTrue(
                english.contains("\"HT\" may mean: Survivors of human trafficking; Gender-affirming care;"), english);
        assertTrue(english.contains("None of our records says \"zzzzqqq\"."), english);
        var spanish = SearchForTests.spoken(json("{'needs': ['cama', 'cama fantasma'], 'lang': 'es'}"));
        assertTrue(spanish.contains("No conocemos una necesidad llamada \"fantasma\"."), spanish);
        var endless = SearchForTests.spoken(json("{'q': '%s'}", "z".repeat(400)));
        assertTrue(endless.contains("zzz...\"."), endless);
        assertTrue(endless.lines().allMatch(line -> line.length() <= ParagraphFormatter.COLUMNS), endless);
    }

    @Test
    void overAShoulderNumbersStandAlone() {
        var asked = json("{'needs': ['shelter.emergency'], 'where': {'place': 'Minneapolis, MN'}, 'discreet': %s}");
        var said = "next_steps.service.phones.flatten().findAll { it.description != null }.number";
        assertFalse(SearchForTests.search(asked.formatted(false)).getList(said).isEmpty());
        assertEquals(List.of(), SearchForTests.search(asked.formatted(true)).getList(said));
    }

    @Test
    void overAShoulderOnlyThePlaceIsAskedAbout() {
        var page =
                SearchForTests.search(json("{'q': 'HT zzzzqqq', 'where': {'place': 'Springfield'}, 'discreet': true}"));
        assertEquals(List.of("place"), page.getList("interpreted_as.unresolved.as"));
        assertEquals("Springfield, MO", page.getString("interpreted_as.unresolved[0].candidates[0].label"));
    }

    private static ValidatableResponse refused(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/search")
                .then()
                .statusCode(400);
    }

    private static JsonPath search(String q) {
        return given().queryParam("q", q)
                .get("/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
