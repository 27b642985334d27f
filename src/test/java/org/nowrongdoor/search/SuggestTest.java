package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.support.SeededDirectory;

/** What is offered while someone is typing. */
@QuarkusTest
@TestProfile(SeededDirectory.class)
@QuarkusTestResource(PostgresForTests.class)
class SuggestTest {

    @BeforeAll
    static void indexed() {
        SearchForTests.awaitIndexed();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "narc | en | need | Naloxone (Narcan)",
                "nalox | es | need | Naloxona",
                "refug | es | need | Refugio de emergencia",
                "nalaxone | en | need | Naloxone (Narcan)",
                "HIPS | en | organization | HIPS",
                "HIPS drop | en | service | HIPS drop-in and clinic",
                "the link | en | organization | The Link",
                "minneap | en | place | Minneapolis, MN",
                // letters that have no accent to lose: of places, of needs, of names
                "Minneapølis | en | place | Minneapolis, MN",
                "nałox | es | need | Naloxona",
                "ħips | en | organization | HIPS"
            })
    void needsNamesAndPlacesAreOffered(String q, String lang, String type, String text) {
        var found = suggest(q, lang);
        assertTrue(
                found.getList("findAll { it.type == '" + type + "' }.text").contains(text),
                q + ": " + found.prettify());
        assertTrue(found.getList("").size() <= 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shelter dul | en | Emergency shelter in Duluth, MN | shelter.emergency | MN/duluth",
                "shelter in dul | en | Emergency shelter in Duluth, MN | shelter.emergency | MN/duluth",
                "refugio tam | es | Refugio de emergencia en Tampa, FL | shelter.emergency | FL/tampa",
                "narcan san fran | en | Naloxone (Narcan) in San Francisco, CA | substance.naloxone | CA/san-francisco"
            })
    void aNeedAndTheBeginningOfAPlaceAreOneChoice(String q, String lang, String text, String need, String place) {
        var query = suggest(q, lang).<Map<String, Object>>getList("").stream()
                .filter(each ->
                        each.get("type").equals("query") && each.get("text").equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(suggest(q, lang).prettify()));
        assertTrue(query.containsKey("id") && query.get("id") == null, q);
        assertEquals(Map.of("needs", List.of(need), "where", Map.of("place", place)), query.get("request"));
        var page = given().contentType("application/json")
                .body(query.get("request"))
                .post("/search")
                .jsonPath();
        assertEquals(place, page.getString("interpreted_as.place.id"));
        assertTrue(page.getBoolean("interpreted_as.place.sure"));
    }

    @ParameterizedTest
    @CsvSource({
        "y.w.c.a., ywca",
        "y.w.c.a, ywca",
        "Y.W.C.A. Human, ywca human",
        "s.a.n.e, sane",
        "S.A.N.E., sane",
        "h.i.p.s, hips",
        "n.s.n., nsn",
        "t.l.p., tlp",
        "m.a.t, mat"
    })
    void anAcronymIsReadWithItsDots(String dotted, String plain) {
        var expected = suggest(plain, "en").getList("text");
        assertTrue(!expected.isEmpty(), plain);
        assertEquals(expected, suggest(dotted, "en").getList("text"), dotted);
    }

    @Test
    void anOrganisationStandsBeforeItsServicesAndOnce() {
        assertEquals(
                List.of("organization", "service", "service", "service"),
                suggest("hips", "en").getList("type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hooker", "prostitu", "hobby", "the lif"})
    void wordsThatAreNeverShownOfferNothingOfTheirOwn(String q) {
        // a town may be called so, and two organisations of the seed data are
        var names = List.of("The Life Link", "The LifeGuard Group");
        for (var text : suggest(q, "en").<String>getList("findAll { it.type != 'place' }.text")) {
            assertTrue(
                    names.stream().anyMatch(text::startsWith)
                            || !text.toLowerCase(Locale.ROOT).contains(q),
                    text);
        }
    }

    @Test
    void nothingTypedIsToldWhatIsMissing() {
        given().get("/suggest")
                .then()
                .statusCode(400)
                .body("detail", containsString("q must have 1 to 100 characters"));
        given().get("/suggest?q=a&lang=fr")
                .then()
                .statusCode(400)
                .body("detail", containsString("lang must be one of"));
    }

    private static JsonPath suggest(String q, String lang) {
        return given().queryParam("q", q)
                .queryParam("lang", lang)
                .get("/suggest")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }
}
