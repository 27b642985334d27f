package org.nowrongdoor.support;

import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.Regions;

/** The packaged gazetteer, read once for all tests that need no server. */
public final class GazetteerForTests {

    public static final Regions REGIONS = new Regions();
    public static final PlaceFinder FINDER = new PlaceFinder(REGIONS);

    private GazetteerForTests() {}
}
