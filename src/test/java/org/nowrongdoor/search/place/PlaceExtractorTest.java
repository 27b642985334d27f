package org.nowrongdoor.search.place;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SeededDirectory;

/** What counts as a place in words that someone typed in one breath, and what is only how people speak. */
@QuarkusTest
@TestProfile(SeededDirectory.class)
@QuarkusTestResource(PostgresForTests.class)
class PlaceExtractorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am in danger",
                "I'm in trouble",
                "I am in prison",
                "I'm in recovery",
                "stuck at home",
                "he is in love",
                "help in pain",
                "robbed at Johns",
                "in need of food",
                "working at night",
                "raped at work",
                "sleeping in the street",
                "shelter near me",
                "living in my car",
                "hiding from my boss",
                "I have to be in court",
                "I am in labor",
                "I'm in college",
                "bullied at school",
                "I live in a mobile home",
                "help in reading and writing",
                "in independent living",
                "I was born in spring",
                "put in halfway house",
                "need food at sunrise",
                "fired at will",
                "hurt at mass",
                "I have faith in God, hope in you",
                "in hope of help",
                "a friend in need",
                "in or out of state",
                "at least one bed",
                "in Spanish please",
                "someone near us",
                "I live in the country",
                "safe home or shelter",
                "HELP ME I AM IN DANGER",
                "STUCK IN A CAR OR OUTSIDE",
                "he put me in a hotel, me and my kids",
                "sexual assault in the act",
                "immigration law OK",
                "crisis center TX",
                "family resource center Texas",
                "clean needles CA",
                "job training Wisconsin",
                "breakingfree mn",
                "I owe $33601",
                "call 612-555-55404",
                "my room at Madison Avenue",
                "estoy en peligro",
                "duermo en la calle",
                "me pega en casa",
                "ayuda por favor",
                "trabajo por la noche",
                "vivo en mi carro",
                "en el centro",
                "vivo en el campo",
                "en los baños",
                "en soledad y con miedo",
                "cerca de mi trabajo",
                "cerca de aquí",
                "ayuda en español",
                "me violaron por la mañana",
                "en la mesa"
            })
    void whatPeopleSayEveryDayIsNoPlace(String q) {
        var split = split(q);
        assertTrue(split.place().isEmpty(), () -> q + " -> " + read(split));
        assertEquals(q, split.words());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shelter 55404 | MN/minneapolis | shelter",
                "cama 33601 | FL/tampa | cama",
                "bed near 55404-1234 tonight | MN/minneapolis | bed tonight",
                "bed in Minneapolis, MN 55404 tonight | MN/minneapolis | bed tonight",
                "33601 cama | FL/tampa | cama"
            })
    void aPostalCodeIsAPlaceAnywhere(String q, String id, String words) {
        assertRead(q, id, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bed tonight Duluth MN | MN/duluth | bed tonight",
                "bed Duluth, MN please | MN/duluth | bed please",
                "bed duluth, mn please | MN/duluth | bed please",
                "bed Duluth Minnesota | MN/duluth | bed",
                "Duluth, MN | MN/duluth | ''",
                "trabajo en Madison, Wisconsin | WI/madison | trabajo",
                "SA advocate St. Paul, MN | MN/saint-paul | SA advocate",
                "SA advocate Saint Paul MN | MN/saint-paul | SA advocate",
                "advocate st. paul mn | MN/saint-paul | advocate",
                "food Mpls MN | MN/minneapolis | food",
                "lawyer New York, NY | NY/new-york-city | lawyer",
                "lawyer in Kansas City Kansas now | KS/kansas-city | lawyer now",
                "bed in Virginia MN | MN/virginia | bed",
                "clinic Washington, D.C. please | DC | clinic please",
                "shelter Hennepin County, MN | 27053 | shelter",
                "bed in Portland, or | OR/portland | bed",
                "bed in Portland OR tonight | OR/portland | bed tonight",
                "BED IN PORTLAND, OR | OR/portland | BED",
                "bed in Nome AK | AK/nome | bed",
                "bed Nome, ak | AK/nome | bed",
                "shelter in Reading, PA | PA/reading | shelter",
                "shelter in Mobile AL | AL/mobile | shelter",
                "shelter in Home, WA | WA/home | shelter",
                "bed in Needles, CA | CA/needles | bed",
                "bed in Duluth, MN, USA | MN/duluth | bed",
                "abogado en Filadelfia, Pensilvania | PA/philadelphia | abogado",
                "I'm from Chicago, IL and need a bed in Milwaukee, WI | WI/milwaukee | I'm from Chicago, IL and need a bed"
            })
    void aNameWithItsStateIsAPlace(String q, String id, String words) {
        assertRead(q, id, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shelter in WI | WI | shelter",
                "shelter in Wisconsin | WI | shelter",
                "shelter in wisconsin tonight | WI | shelter tonight",
                "shelter in mn | MN | shelter",
                "refugio en Carolina del Norte | NC | refugio",
                "bed in West Virginia | WV | bed",
                "clinic in D.C. | DC | clinic",
                "refugio en Estados Unidos | us | refugio"
            })
    void aStateIsAPlaceAfterAPreposition(String q, String id, String words) {
        assertRead(q, id, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bed in Milwaukee tonight | WI/milwaukee | bed tonight",
                "bed in milwaukee tonight | WI/milwaukee | bed tonight",
                "BED IN MILWAUKEE TONIGHT | WI/milwaukee | BED TONIGHT",
                "bed tonight in Minneapolis | MN/minneapolis | bed tonight",
                "refugio cerca de Tampa esta noche | FL/tampa | refugio esta noche",
                "shelter near me in Minneapolis please | MN/minneapolis | shelter near me please",
                "comida por Milwaukee | WI/milwaukee | comida",
                "bed in St Paul | MN/saint-paul | bed",
                "help near New York City now | NY/new-york-city | help now",
                "food at Mpls | MN/minneapolis | food",
                "shelter in Hennepin County please | 27053 | shelter please",
                "in Milwaukee | WI/milwaukee | ''"
            })
    void aNameThatIsClearlyOneLargePlaceIsThatPlaceAfterAPreposition(String q, String id, String words) {
        assertRead(q, id, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bed in Duluth | Duluth | MN/duluth | bed",
                "bed tonight in Springfield | Springfield | MO/springfield | bed tonight",
                "bed in springfield tonight | springfield | MO/springfield | bed tonight"
            })
    void aNameOfSeveralLargePlacesIsAskedAbout(String q, String from, String candidate, String words) {
        var place = split(q).place().orElseThrow();
        assertTrue(place.resolved().isEmpty(), q);
        assertEquals(from, place.from());
        assertTrue(place.candidates().stream().map(Region::id).anyMatch(candidate::equals), () -> read(split(q)));
        assertEquals(words, split(q).words());
    }

    @ParameterizedTest
    @CsvSource({
        "bed in Mineapolis, MN/minneapolis",
        "bed in Millwaukee WI, WI/milwaukee",
        "bed in wisconson, WI",
        "abogado en Filadelfia, PA/philadelphia"
    })
    void aSlipInALongNameIsForgivenAtTheEndAlone(String q, String id) {
        assertRead(q, id, q.substring(0, q.indexOf(' ')));
        assertTrue(split(q + " tonight").place().isEmpty());
    }

    @Test
    void aSmallPlaceNeedsItsState() {
        assertTrue(split("bed in Nome").place().isEmpty());
        assertTrue(split("bed in Ely please").place().isEmpty());
        assertRead("bed in Ely, MN please", "MN/ely", "bed please");
    }

    @Test
    void thePlaceIsSaidAndSearchedWithoutItsWords() {
        var page = given().queryParam("q", "bed in Milwaukee tonight")
                .get("/search")
                .jsonPath();
        assertEquals("WI/milwaukee", page.getString("interpreted_as.place.id"), page.prettify());
        assertFalse(page.getList("interpreted_as.unresolved.text").contains("Milwaukee"));
    }

    @Test
    void aPlaceThatIsAskedForOutrightWins() {
        var page = given().queryParam("q", "bed in Milwaukee, WI")
                .queryParam("place", "Duluth, MN")
                .get("/search")
                .jsonPath();
        assertEquals("MN/duluth", page.getString("interpreted_as.place.id"), page.prettify());
        assertNull(page.get("interpreted_as.unresolved.find { it.as == 'place' }"));
    }

    private static void assertRead(String q, String id, String words) {
        var split = split(q);
        assertEquals(id, read(split), q);
        assertEquals(words, split.words(), q);
    }

    private static String read(PlaceExtractor.Split split) {
        return split.place()
                .map(place -> place.resolved()
                        .map(Region::id)
                        .orElseGet(() ->
                                place.candidates().stream().map(Region::id).collect(Collectors.joining(" ", "? ", ""))))
                .orElse("none");
    }

    private static PlaceExtractor.Split split(String q) {
        return Arc.container().instance(PlaceExtractor.class).get().split(q);
    }
}
