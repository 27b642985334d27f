package org.nowrongdoor.region;

import java.util.List;
import java.util.Map;

/** Everything that the packaged files say about where places are, read once and never changed.
 *  @param byId regions in the order nation, states, counties, places
 *  @param alsoIn what a region lies in or overlaps in addition to its parent, by id
 *  @param otherNames what GeoNames has a place called also, between semicolons, by id: old names, suburbs and the like
 *  @param usualNames what people call a region as readily as by its name, by id
 *  @param areas what people call one or several regions together that GeoNames has no place for: islands, Long Island
 *  @param countyPrefix the first two digits of a state's FIPS codes, by state */
record Gazetteer(
        Map<String, Region> byId,
        Map<String, List<String>> alsoIn,
        Map<String, String> otherNames,
        Map<String, List<String>> usualNames,
        Map<String, List<Region>> areas,
        Map<String, String> countyPrefix,
        PostalCodes postalCodes) {

    /** The id of a county from its state and the last three digits of its FIPS code; it may be unknown. */
    String countyId(String state, String part) {
        return countyPrefix.getOrDefault(state, "") + part;
    }
}
