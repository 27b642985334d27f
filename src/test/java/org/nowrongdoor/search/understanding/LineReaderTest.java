package org.nowrongdoor.search.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.region.Place;
import org.nowrongdoor.region.Region;

/** What counts as a place in a line that was typed in one breath, how sure it is, and what is only how people speak. */
class LineReaderTest {

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
                "en la mesa",
                "I need a bath",
                "place to wash",
                "I am ill. In pain",
                "estoy en la",
                "on Monday",
                "on probation",
                "in the end of it",
                "corner of lake and bloomington",
                "he works on madison avenue"
            })
    void whatPeopleSayEveryDayIsNoPlace(String q) {
        var reading = LinesForTests.READER.read(q);
        assertTrue(reading.place().isEmpty(), () -> q + " -> " + read(reading));
        assertEquals(List.of(), reading.asked(), q);
        assertEquals(q, reading.words());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shelter 55404 | MN/minneapolis | shelter",
                "cama 33601 | FL/tampa | cama",
                "bed near 55404-1234 tonight | MN/minneapolis | bed tonight",
                "bed in Minneapolis, MN 55404 tonight | MN/minneapolis | bed tonight",
                "33601 cama | FL/tampa | cama",
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
                "food in downtown Duluth, MN tonight | MN/duluth | food tonight",
                "shelter in LA, CA | CA/los-angeles | shelter",
                "shelter in New Orleans, L.A. | LA/new-orleans | shelter",
                "clinic in Seattle, Wash | WA/seattle | clinic",
                "clinic in Milwaukee Wis | WI/milwaukee | clinic",
                "bed in Portland, Ore | OR/portland | bed",
                "bed in Minneapolis, M.N. | MN/minneapolis | bed",
                "Bath, ME | ME/bath | ''",
                "bed in Bath, Maine | ME/bath | bed",
                "outreach new orleans la | LA/new-orleans | outreach",
                "cleveland oh shelter | OH/cleveland | shelter"
            })
    void aPostalCodeOrANameWithItsStateIsSure(String q, String id, String words) {
        assertRead(q, id, words, true);
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
                "crisis center TX | TX | crisis center",
                "clean needles CA | CA | clean needles",
                "job training Wisconsin | WI | job training",
                "breakingfree mn | MN | breakingfree",
                "bed in Milwaukee tonight | WI/milwaukee | bed tonight",
                "BED IN MILWAUKEE TONIGHT | WI/milwaukee | BED TONIGHT",
                "bed tonight in Minneapolis | MN/minneapolis | bed tonight",
                "refugio cerca de Tampa esta noche | FL/tampa | refugio esta noche",
                "shelter near me in Minneapolis please | MN/minneapolis | shelter near me please",
                "comida por Milwaukee | WI/milwaukee | comida",
                "bed in St Paul | MN/saint-paul | bed",
                "help near New York City now | NY/new-york-city | help now",
                "food at Mpls | MN/minneapolis | food",
                "shelter in Hennepin County please | 27053 | shelter please",
                "in Milwaukee | WI/milwaukee | ''",
                "bed in Duluth | MN/duluth | bed",
                "bed tonight in Springfield | MO/springfield | bed tonight",
                "bed in North Minneapolis | MN/minneapolis | bed",
                "shelter in the south side of Chicago | IL/chicago | shelter",
                "food in northern Wisconsin | WI | food",
                "food in greater Boston | MA/boston | food",
                "shelter in Oahu | 15003 | shelter",
                "bed in Kauai | 15007 | bed",
                "bed in L.A. tonight | CA/los-angeles | bed tonight",
                "bed in LA | CA/los-angeles | bed",
                "bed in la | CA/los-angeles | bed",
                "safe house la | CA/los-angeles | safe house",
                "this is ann, in chicago, i need a bed | IL/chicago | 'this is ann, i need a bed'",
                "shelter in L.A. County | 06037 | shelter",
                "shelter in Hennepin Cty | 27053 | shelter",
                "bed in Wis | WI | bed",
                "bed in N.Y. | NY | bed",
                "shelter in E. St. Louis | IL/east-saint-louis | shelter",
                "shelter in N. Minneapolis | MN/minneapolis | shelter",
                "bed in NE Minneapolis | MN/minneapolis | bed",
                "bed in N. Dakota | ND | bed",
                "bed in west Texas | TX | bed",
                "food in the Twin Cities | MN/minneapolis | food",
                "bed in Mobile | AL/mobile | bed",
                "bed in Nome | AK/nome | bed",
                "springfield bed illinois | IL/springfield | bed",
                "bed in Mineapolis tonight | MN/minneapolis | bed tonight",
                "abogado en Filadelfia | PA/philadelphia | abogado",
                "shelter san fransisco | CA/san-francisco | shelter",
                "bed in wisconson | WI | bed"
            })
    void everyOtherKnownPlaceIsLikely(String q, String id, String words) {
        assertRead(q, id, words, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bed in Duluth | GA/duluth",
                "bed tonight springfield | MA/springfield",
                "bed in Long Island | 36103",
                "I'm from Chicago, IL and need a bed in Milwaukee, WI | IL/chicago",
                "shelter minneapolis or saint paul | MN/minneapolis",
                "shelter in Minneapolis MN or Milwaukee WI | WI/milwaukee",
                "shelter minneapolis or duluth | MN/duluth",
                "bed in washington | DC/washington"
            })
    void whatElseMayBeMeantIsTold(String q, String other) {
        var place = LinesForTests.READER.read(q).place().orElseThrow();
        assertTrue(place.also().stream().map(Region::id).anyMatch(other::equals), () -> q + " " + ids(place.also()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "escaped from chicago | IL/chicago",
                "he drove me to florida | FL",
                "her pimp took her to las vegas | NV/las-vegas",
                "dallas is my pimp | TX/dallas",
                "austin hit me | TX/austin",
                "my name is Savannah | GA/savannah",
                "lost my washington state id | WA",
                "mi novio austin me pega | TX/austin",
                "escapé de chicago | IL/chicago",
                "shelter near midtown | "
            })
    void aNameThatIsNoPlaceHereIsAskedAboutAndNotSearched(String q, String first) {
        var reading = LinesForTests.READER.read(q);
        assertTrue(reading.place().isEmpty(), () -> q + " -> " + read(reading));
        assertEquals(1, reading.asked().size(), q);
        var asked = reading.asked().get(0);
        assertTrue(first == null || asked.candidates().get(0).id().equals(first), () -> ids(asked.candidates()));
        assertFalse(reading.words().contains(String.valueOf(asked.from())), reading.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shelter portland or seattle", "aurora in need of food", "duluth me and my kids"})
    void aWordThatIsAlsoACodeMakesNothingSure(String q) {
        assertFalse(LinesForTests.READER.read(q).place().orElseThrow().isSure(), q);
    }

    private static void assertRead(String q, String id, String words, boolean isSure) {
        var reading = LinesForTests.READER.read(q);
        assertEquals(id, read(reading), q);
        assertEquals(isSure, reading.place().orElseThrow().isSure(), q);
        assertEquals(words, reading.words(), q);
    }

    private static String read(LineReading reading) {
        return reading.place()
                .map(LineReading.ReadPlace::place)
                .flatMap(Place::resolved)
                .map(Region::id)
                .orElse("none");
    }

    private static String ids(List<Region> regions) {
        return regions.stream().map(Region::id).toList().toString();
    }
}
