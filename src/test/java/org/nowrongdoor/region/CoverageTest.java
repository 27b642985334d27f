package org.nowrongdoor.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.support.GazetteerForTests;

class CoverageTest {

    private final Regions regions = GazetteerForTests.REGIONS;

    @Test
    void aPlaceIsAnsweredByWhatCoversIt() {
        var coverage = Coverage.ofPlace(regions, GazetteerForTests.FINDER.find("Minneapolis, MN"));
        assertEquals(List.of("MN/minneapolis", "27053", "MN", "us"), coverage.covering());
        assertTrue(coverage.matches(regions, "MN"));
        assertFalse(coverage.matches(regions, "MN/saint-paul"));
        assertFalse(coverage.matches(regions, "WI"));
    }

    @Test
    void aRegionIsAnsweredByWhatLiesInItToo() {
        var coverage = Coverage.ofRegion(regions, "27053");
        assertTrue(coverage.matches(regions, "MN/minneapolis"));
        assertTrue(coverage.matches(regions, "us"));
        assertFalse(coverage.matches(regions, "27123"));
    }

    @Test
    void aCountyAskedForByNameIsARegionAndOneInferredFromAPointIsNot() {
        var named = Coverage.ofPlace(regions, GazetteerForTests.FINDER.find("Hennepin County"));
        assertEquals("27053", named.within());
        var inferred = Coverage.ofPlace(regions, GazetteerForTests.FINDER.findPoint(44.98, -93.26));
        assertEquals(null, inferred.within());
        assertEquals(List.of("27053", "MN", "us"), inferred.covering());
    }

    @Test
    void anUnresolvedPlaceHasNoCoverage() {
        var springfield = GazetteerForTests.FINDER.find("Springfield");
        assertThrows(IllegalArgumentException.class, () -> Coverage.ofPlace(regions, springfield));
    }
}
