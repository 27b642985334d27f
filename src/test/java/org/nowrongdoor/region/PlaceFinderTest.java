package org.nowrongdoor.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.support.GazetteerForTests;

class PlaceFinderTest {

    private final PlaceFinder finder = GazetteerForTests.FINDER;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Minneapolis, MN | MN/minneapolis",
                "minneapolis mn | MN/minneapolis",
                "Minneapolis | MN/minneapolis",
                "Mpls | MN/minneapolis",
                "Minneapolis, Hennepin County, Minnesota, USA | MN/minneapolis",
                "St Paul | MN/saint-paul",
                "Saint Paul | MN/saint-paul",
                "st. paul mn | MN/saint-paul",
                "ST.PAUL,MN | MN/saint-paul",
                "Hennepin County | 27053",
                "Hennepin | 27053",
                "Hennepin, MN | 27053",
                "condado de Hennepin | 27053",
                "Orange Co, CA | 06059",
                "Baltimore city | 24510",
                "Baltimore County | 24005",
                "Hartford County CT | 09003",
                "MN | MN",
                "Minnesota | MN",
                "Carolina del Norte | NC",
                "Nueva York | NY",
                "New York, NY | NY/new-york-city",
                "NYC | NY/new-york-city",
                "Washington DC | DC",
                "Washington, D.C. | DC",
                "Virginia MN | MN/virginia",
                "Cañon City | CO/canon-city",
                "canon city | CO/canon-city",
                "filadelfia | PA/philadelphia",
                "Ft. Lauderdale | FL/fort-lauderdale",
                "St. Louis | MO/st-louis",
                "Springfield, IL | IL/springfield",
                "Kansas City Kansas | KS/kansas-city",
                "San Juan PR | PR/san-juan",
                "MN/minneapolis | MN/minneapolis",
                "us | us",
                "Estados Unidos | us",
                "55404 | MN/minneapolis",
                "MN 55404-1234 | MN/minneapolis"
            })
    void whatPeopleWriteIsFound(String text, String id) {
        assertEquals(id, finder.find(text).resolved().map(Region::id).orElse("unresolved"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D.C. | DC",
                "D. C. | DC",
                "N.Y. | NY",
                "N. Y. | NY",
                "N.C. | NC",
                "S. Dakota | SD",
                "W. Va. | WV",
                "Wis. | WI",
                "Penn. | PA",
                "Wash. | WA",
                "Minn. | MN",
                "Calif. | CA",
                "Mass. | MA",
                "Tenn. | TN",
                "Okla. | OK",
                "Mich. | MI",
                "Conn. | CT",
                "Tex. | TX",
                "Colo. | CO",
                "Nebr. | NE",
                "Miss. | MS",
                "Ind. | IN",
                "Ill. | IL",
                "Minneapolis, M.N. | MN/minneapolis",
                "Duluth, Minn. | MN/duluth",
                "Seattle, Wash. | WA/seattle",
                "Milwaukee Wis. | WI/milwaukee",
                "Philadelphia, Penn. | PA/philadelphia",
                "Portland, Ore. | OR/portland",
                "Raleigh, N.C. | NC/raleigh",
                "Sioux Falls, S. Dak. | SD/sioux-falls",
                "New York, N.Y. | NY/new-york-city",
                "NY, NY | NY/new-york-city"
            })
    void aStateIsReadInItsCustomaryForms(String text, String id) {
        assertEquals(id, finder.find(text).resolved().map(Region::id).orElse("unresolved"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hennepin Co. | 27053",
                "Hennepin Co | 27053",
                "Hennepin Cty | 27053",
                "Hennepin Cty. | 27053",
                "Hennepin Cnty, MN | 27053",
                "Hennepin Co., MN | 27053",
                "Co. of Hennepin | 27053",
                "St. Louis Co., Minn. | 27137",
                "Dane Co. | 55025",
                "Denver CO | CO/denver",
                "Denver, Co. | CO/denver",
                "Boulder Colo. | CO/boulder",
                "L.A. County | 06037",
                "LA County, CA | 06037",
                "Oahu | 15003",
                "O'ahu | 15003",
                "island of Oahu | 15003",
                "Oahu, HI | 15003",
                "Molokai | 15009",
                "Moloka‘i | 15009",
                "Maui | 15009",
                "Maui, Hawaii | 15009",
                "Kauai | 15007",
                "Lanai | 15009",
                "Lāna'i | 15009",
                "Big Island | 15001",
                "the Big Island, Hawaii | 15001",
                "Cape Cod | 25001",
                "Martha's Vineyard | 25007",
                "Florida Keys | 12087"
            })
    void aCountyIsReadInItsShortFormsAndByItsIslands(String text, String id) {
        assertEquals(id, finder.find(text).resolved().map(Region::id).orElse("unresolved"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L.A. | CA/los-angeles",
                "l.a. | CA/los-angeles",
                "L. A. | CA/los-angeles",
                "LA, CA | CA/los-angeles",
                "L.A., Calif. | CA/los-angeles",
                "New Orleans, LA | LA/new-orleans",
                "New Orleans, L.A. | LA/new-orleans",
                "Louisiana | LA"
            })
    void losAngelesHasItsDots(String text, String id) {
        assertEquals(id, finder.find(text).resolved().map(Region::id).orElse("unresolved"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LA", "la", "La"})
    void twoLettersThatAreACityAndAStateAreAskedAbout(String text) {
        assertTrue(finder.find(text).resolved().isEmpty());
        assertEquals(List.of("CA/los-angeles", "LA"), ids(finder.find(text)));
        assertEquals("LA", finder.findExactly(text).resolved().map(Region::id).orElse("unresolved"));
    }

    @ParameterizedTest
    @CsvSource({
        "Mineapolis, MN/minneapolis",
        "Minnepolis mn, MN/minneapolis",
        "Madsion WI, WI/madison",
        "Minesota, MN",
        "Hennipin County, 27053"
    })
    void oneSlipIsForgivenFromFiveLettersOn(String text, String id) {
        assertEquals(id, finder.find(text).resolved().map(Region::id).orElse("unresolved"));
    }

    @Test
    void anAmbiguousNameIsLeftOpenWithTheLargestFirst() {
        var place = finder.find("Springfield");
        assertTrue(place.resolved().isEmpty());
        assertEquals("MO/springfield", place.candidates().get(0).id());
        assertTrue(place.candidates().size() > 5);
        assertTrue(finder.find("Duluth").resolved().isEmpty());
    }

    @Test
    void aChosenNameSaysWhatElseItMayBe() {
        var place = finder.find("Hennepin");
        assertEquals(List.of("IL/hennepin"), ids(place));
        assertTrue(ids(finder.find("New York")).contains("NY/new-york-city"));
    }

    @Test
    void aCountyThatNobodyKnowsOffersTheNearOnes() {
        var place = finder.find("McCloud County MN");
        assertTrue(place.resolved().isEmpty());
        assertEquals(List.of("27085"), ids(place));
    }

    @Test
    void aPostalCodeHasItsOwnPoint() {
        var place = finder.findPostalCode("55404");
        assertEquals(new Point(44.9609, -93.2642), place.point());
        assertFalse(place.approximate());
        assertEquals("27053", place.resolved().orElseThrow().parentId());
    }

    @Test
    void aPostalCodeInConnecticutIsCoveredByItsOldCounty() {
        var region = finder.findPostalCode("06103").resolved().orElseThrow();
        assertTrue(GazetteerForTests.REGIONS.covers("09003", region.id()));
        assertTrue(GazetteerForTests.REGIONS.covers("09110", region.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"96860", "96863"})
    void aPostalCodeThatMilitaryPostSharesIsWhereItsTownIs(String code) {
        var place = finder.findPostalCode(code);
        assertEquals("15003", place.resolved().orElseThrow().id());
        assertEquals(new Point(21.316, -157.8677), place.point());
    }

    @Test
    void militaryPostIsSomewhereInTheNationsCareAndHasNoPoint() {
        var place = finder.findPostalCode("09007");
        assertEquals("us", place.resolved().orElseThrow().id());
        assertNull(place.point());
        assertTrue(place.approximate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "1234", "5540", "", "   ", "xyzzyplugh", "\uD800", "🙂", "مينيابوليس", "%", "''"})
    void whatNobodyKnowsIsUnresolved(String text) {
        assertTrue(finder.find(text).resolved().isEmpty());
    }

    @Test
    void aTextWithoutEndIsUnresolved() {
        assertTrue(finder.find("Minneapolis ".repeat(1000)).resolved().isEmpty());
    }

    @Test
    void coordinatesGiveTheCountyAroundThem() {
        var place = finder.findPoint(44.98, -93.26);
        assertEquals("27053", place.resolved().orElseThrow().id());
        assertEquals(new Point(44.98, -93.26), place.point());
        assertFalse(place.approximate());
        assertNull(place.from());
    }

    @ParameterizedTest
    @CsvSource({"91, 0", "NaN, 0", "45, -181", "51.5, 0.1", "0, -30"})
    void aPointThatIsNowhereOrFarAwayIsRefused(double latitude, double longitude) {
        var problem = assertThrows(ProblemException.class, () -> finder.findPoint(latitude, longitude))
                .problem();
        assertEquals(400, problem.status());
    }

    @Test
    void theNearestPlaceIsTheOneThatBruteForceFinds() {
        var places = GazetteerForTests.REGIONS.list().stream()
                .filter(region -> region.kind() == RegionKind.PLACE)
                .toList();
        var nearest = new NearestPlaceFinder(places);
        for (var at :
                List.of(new Point(47, -94), new Point(61, -150), new Point(13.5, 144.8), new Point(-14.3, -170.7))) {
            var best = places.stream()
                    .min(Comparator.comparingDouble(place -> place.point().kmTo(at)))
                    .orElseThrow();
            assertEquals(best, nearest.to(at));
        }
    }

    @Test
    void distancesFollowTheGreatCircle() {
        // Minneapolis to Duluth: 222.6 km by any great-circle calculator.
        var km = new Point(44.97997, -93.26384).kmTo(new Point(46.78327, -92.10658));
        assertEquals(219.6, km, 1.0);
        assertEquals(20015.1, new Point(90, 0).kmTo(new Point(-90, 0)), 0.1);
    }

    private static List<String> ids(Place place) {
        return place.candidates().stream().map(Region::id).toList();
    }
}
