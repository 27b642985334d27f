package org.nowrongdoor.region;

/** The packaged gazetteer, read once for all tests that need no server. */
final class GazetteerForTests {

    static final Regions REGIONS = new Regions();
    static final PlaceFinder FINDER = new PlaceFinder(REGIONS);

    private GazetteerForTests() {}
}
