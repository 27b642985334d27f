package org.nowrongdoor.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.support.GazetteerForTests;

/** A name that many towns have a quarter of is no far town that has it too. */
class QuarterNamesTest {

    private final PlaceFinder finder = GazetteerForTests.FINDER;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Midtown",
                "midtown",
                "the Midtown",
                "North Shore",
                "the North Shore",
                "Uptown",
                "Downtown",
                "Panhandle",
                "the Panhandle",
                "South Bay",
                "Rockaway",
                "Home",
                "East Side",
                "Eastside",
                "the South Side",
                "West End",
                "North End",
                "South Shore",
                "Old Town",
                "Upper East Side",
                "Lower East Side",
                "Northwest Side",
                "Chinatown",
                "Koreatown",
                "Little Italy",
                "French Quarter",
                "Capitol Hill",
                "the Valley",
                "Valley",
                "Hill",
                "the Hill",
                "Inner City",
                "City Center",
                "Lakefront",
                "Waterfront",
                "South Beach",
                "East Village",
                "West Hills",
                "Central District",
                "the Loop",
                "the Heights",
                "Village",
                "the Strip",
                "the Island",
                "Gold Coast",
                "Hill Country",
                "upstate",
                "the suburbs",
                "northern suburbs",
                "el centro",
                "centro",
                "lado sur",
                "el barrio"
            })
    void aQuarterIsAskedAbout(String text) {
        var place = finder.find(text);
        assertTrue(place.resolved().isEmpty(), () -> text + " -> " + place.resolved());
        assertEquals(text, place.from());
    }

    @ParameterizedTest
    @CsvSource({
        "Midtown, TN/midtown", "North Shore, VA/north-shore", "Uptown, IL/uptown", "Panhandle, TX/panhandle",
        "South Bay, FL/south-bay", "Rockaway, NJ/rockaway", "Home, WA/home", "Rockaway, NY/far-rockaway",
        "Old Town, ME/old-town", "South Beach, FL/south-beach", "South Beach, NY/south-beach"
    })
    void theTownOfThatNameIsAmongWhatIsAsked(String text, String id) {
        var asked = finder.find(text).candidates().stream().map(Region::id).toList();
        assertTrue(asked.contains(id), () -> text + " -> " + asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Midtown, TN | TN/midtown",
                "North Shore, VA | VA/north-shore",
                "Uptown, Ill. | IL/uptown",
                "Panhandle, Texas | TX/panhandle",
                "South Bay FL | FL/south-bay",
                "Rockaway, NJ | NJ/rockaway",
                "Home, Wash. | WA/home",
                "West End, N.Y. | NY/west-end",
                "El Centro, CA | CA/el-centro",
                "East Village, NY | NY/east-village"
            })
    void withItsStateATownIsMeant(String text, String id) {
        assertEquals(id, read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Downtown Minneapolis | MN/minneapolis",
                "Minneapolis downtown | MN/minneapolis",
                "North Minneapolis | MN/minneapolis",
                "northeast Minneapolis, MN | MN/minneapolis",
                "Uptown Minneapolis | MN/minneapolis",
                "South side of Chicago | IL/chicago",
                "the south side of Chicago | IL/chicago",
                "downtown Duluth, MN | MN/duluth",
                "greater Boston | MA/boston",
                "metro Detroit | MI/detroit",
                "Milwaukee area | WI/milwaukee",
                "northern Wisconsin | WI",
                "rural Minnesota | MN",
                "outstate Minnesota | MN",
                "Southern California | CA",
                "West Texas | TX",
                "Upstate New York | NY",
                "norte de Minnesota | MN",
                "N. Minneapolis | MN/minneapolis",
                "NE Minneapolis | MN/minneapolis",
                "E. St. Louis, Ill. | IL/east-saint-louis",
                "Downtown L.A. | CA/los-angeles",
                "Hilo, Big Island | HI/hilo",
                "Lihue, Kauai | HI/lihue",
                "Hempstead, Long Island | NY/hempstead",
                "Nowhereville, Oahu | 15003"
            })
    void thePartOfAPlaceIsThatPlace(String text, String id) {
        assertEquals(id, read(text));
    }

    /** A record that serves the north of a state does not serve the state. */
    @ParameterizedTest
    @ValueSource(
            strings = {"northern Wisconsin", "North Minneapolis", "Midtown", "Long Island", "downtown LA", "West Texas"
            })
    void toTheLetterThePartOfAPlaceIsNothing(String text) {
        assertTrue(finder.findExactly(text).resolved().isEmpty(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"East LA", "downtown LA", "Castro", "Loup", "Kalawao"})
    void aSmallCountyWithoutTheWordAndTwoLettersAreAskedAbout(String text) {
        assertTrue(
                finder.find(text).resolved().isEmpty(),
                () -> text + " -> " + finder.find(text).resolved());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Brooklyn | NY/brooklyn",
                "Queens | NY/queens",
                "Harlem | NY/harlem",
                "West Jordan | UT/west-jordan",
                "North Las Vegas | NV/north-las-vegas",
                "West Palm Beach | FL/west-palm-beach",
                "South Bend | IN/south-bend",
                "East Lansing | MI/east-lansing",
                "West Virginia | WV",
                "North Carolina | NC",
                "North Platte | NE/north-platte",
                "Upper Arlington | OH/upper-arlington",
                "Vista | CA/vista",
                "Spring | TX/spring",
                "Needles | CA/needles",
                "Palm Beach | FL/palm-beach"
            })
    void aTownWhoseNameIsLikeThatOfAQuarterIsStillFound(String text, String id) {
        assertEquals(id, read(text));
    }

    @Test
    void anAreaOfSeveralCountiesIsAskedAbout() {
        for (var text :
                List.of("Long Island", "long island", "Long Island, NY", "Long Island, N.Y.", "Long Island New York")) {
            assertEquals(
                    List.of("36059", "36103"),
                    finder.find(text).candidates().stream().map(Region::id).toList(),
                    text);
            assertTrue(finder.find(text).resolved().isEmpty(), text);
        }
        for (var text : List.of("Twin Cities", "the Twin Cities", "Bay Area", "the Bay Area", "Inland Empire", "RGV")) {
            assertTrue(finder.find(text).candidates().size() > 1, text);
        }
    }

    private String read(String text) {
        return finder.find(text).resolved().map(Region::id).orElse("unresolved");
    }
}
