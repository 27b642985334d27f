package org.nowrongdoor.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.support.GazetteerForTests;

class RegionsTest {

    private final Regions regions = GazetteerForTests.REGIONS;

    @Test
    void aPlaceLiesInItsCountyItsStateAndTheNation() {
        assertEquals(
                List.of("27053", "MN", "us"),
                regions.ancestors(regions.get("MN/minneapolis")).stream()
                        .map(Region::id)
                        .toList());
        assertEquals("Hennepin County, MN", regions.get("27053").name());
        assertEquals("America/Chicago", regions.get("MN").timeZone());
    }

    @Test
    void everyParentIsThereAndEveryIdOnce() {
        var ids = new HashSet<String>();
        for (var region : regions.list()) {
            assertTrue(ids.add(region.id()), region.id());
            var parent = region.parentId();
            assertEquals(region.kind() == RegionKind.NATION, parent == null, region.id());
            if (parent != null) {
                assertTrue(regions.get(parent).kind().isLargerThan(region.kind()), region.id());
            }
            assertTrue(Math.abs(region.latitude()) <= 90 && Math.abs(region.longitude()) <= 180, region.id());
        }
    }

    @Test
    void fiftyStatesTheDistrictAndFiveTerritoriesMakeTheNation() {
        assertEquals(56, regions.children("us").size());
        assertEquals(87, regions.children("MN").size());
        assertEquals(0, regions.children("PR").size());
    }

    @Test
    void thePlaceOfAStateThatIsLargestKeepsTheShortId() {
        assertEquals("30049", regions.get("MT/east-helena").parentId());
        assertTrue(regions.get("AL/hollywood").population()
                >= regions.list().stream()
                        .filter(region -> region.id().startsWith("AL/hollywood-"))
                        .mapToInt(Region::population)
                        .max()
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "46102, Oglala Lakota County, America/Denver, 46113",
        "02158, Kusilvak Census Area, America/Nome, 02270",
        "02063, Chugach Census Area, America/Anchorage, 02261",
        "02066, Copper River Census Area, America/Anchorage, 02261"
    })
    void aCountyMissingFromTheCensusListIsThereAndCoveredByWhatItWasBefore(
            String id, String name, String timeZone, String formerly) {
        var region = regions.get(id);
        assertTrue(region.name().startsWith(name + ", "), region.name());
        assertEquals(timeZone, region.timeZone());
        assertTrue(regions.covers(formerly, id));
        assertTrue(regions.get(formerly).name().endsWith(", " + region.stateCode()));
    }

    @ParameterizedTest
    @CsvSource({
        "46113, America/Denver, SD/pine-ridge",
        "02261, America/Anchorage, AK/valdez",
        "02270, America/Nome, AK/kotlik",
        "51515, America/New_York, VA/bedford",
        "09001, America/New_York, CT/bridgeport",
        "09003, America/New_York, CT/hartford",
        "09005, America/New_York, CT/torrington",
        "09007, America/New_York, CT/middletown",
        "09009, America/New_York, CT/new-haven",
        "09011, America/New_York, CT/new-london",
        "09013, America/New_York, CT/storrs",
        "09015, America/New_York, CT/willimantic"
    })
    void aCountyThatIsNoMoreIsWhereItWasAndGoesByTheClockThere(String retired, String timeZone, String townId) {
        var region = regions.get(retired);
        var town = regions.get(townId);
        assertEquals(timeZone, region.timeZone());
        assertEquals(timeZone, town.timeZone());
        assertTrue(region.point().kmTo(town.point()) < 120, region.point() + " is not near " + town.point());
        assertNotEquals(regions.get(String.valueOf(region.stateCode())).point(), region.point());
    }

    @Test
    void everyCountyLiesInTheZoneOfSomePlaceOfItsState() {
        for (var county : regions.list()) {
            if (county.kind() == RegionKind.COUNTY) {
                var isSomewhere = regions.list().stream()
                        .filter(place -> place.kind() == RegionKind.PLACE)
                        .filter(place -> Objects.equals(place.stateCode(), county.stateCode()))
                        .anyMatch(place -> Objects.equals(place.timeZone(), county.timeZone()));
                assertTrue(isSomewhere, county.id() + " " + county.timeZone());
            }
        }
    }

    @Test
    void bedfordTheCityIsCoveredByTheCountyThatTookItOver() {
        assertTrue(regions.covers("51019", "51515"));
        assertTrue(regions.covers("51515", "51019"));
        assertEquals("51019", regions.widen("VA/bedford", RegionKind.COUNTY).id());
    }

    @Test
    void aPlaceInConnecticutLiesInItsPlanningRegionAndInItsOldCounty() {
        assertEquals(List.of("CT/hartford", "09003", "09110", "CT", "us"), regions.covering("CT/hartford"));
        assertEquals(
                "Capitol Planning Region, CT",
                regions.widen("CT/hartford", RegionKind.COUNTY).name());
        assertTrue(regions.covers("09110", "09003"));
        assertTrue(regions.covers("09003", "09110"));
        assertFalse(regions.covers("09001", "CT/hartford"));
    }

    @Test
    void newYorkCityLiesInFiveCounties() {
        var covering = regions.covering("NY/new-york-city");
        assertTrue(covering.containsAll(List.of("36005", "36047", "36061", "36081", "36085", "NY", "us")));
    }

    @Test
    void aPlaceWithoutACountyWidensToItsState() {
        assertEquals("PR", regions.widen("PR/san-juan", RegionKind.COUNTY).id());
        assertEquals("MN", regions.widen("27053", RegionKind.STATE).id());
        assertEquals("MN", regions.widen("MN", RegionKind.COUNTY).id());
    }

    @Test
    void coversIsTrueForWhatLiesInsideAndForNothingElse() {
        assertTrue(regions.covers("MN", "MN/minneapolis"));
        assertTrue(regions.covers("us", "PR/san-juan"));
        assertTrue(regions.covers("27053", "27053"));
        assertFalse(regions.covers("MN/minneapolis", "27053"));
        assertFalse(regions.covers("WI", "MN/minneapolis"));
        assertFalse(regions.covers("MN", "nowhere"));
    }

    @Test
    void anUnknownIdIsNotFoundAndItsNearMissesAreOffered() {
        var problem = assertThrows(ProblemException.class, () -> regions.get("MN/minneapols"))
                .problem();
        assertEquals(404, problem.status());
        assertTrue(problem.detail().contains("MN/minneapolis"), problem.detail());
        assertEquals(List.of("MN/saint-paul"), regions.nearMisses("MN/st-paul"));
        assertEquals(List.of("MN"), regions.nearMisses("mn"));
    }
}
