package org.nowrongdoor.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nowrongdoor.text.FoldedText;

/** A populated place as GeoNames lists it.
 *  @param otherNames what else it is called, between semicolons
 *  @param countyPart the last three digits of its county's FIPS code; empty in territories and for a few others */
record PlaceRow(
        int geonameId,
        String name,
        String asciiName,
        String otherNames,
        String state,
        String countyPart,
        Point point,
        int population,
        String timeZone) {

    /** Every place, the one with the most people first. */
    static List<PlaceRow> read() {
        var rows = new ArrayList<PlaceRow>(22_000);
        TsvReader.withHeader("us-places.tsv").forEach(row -> rows.add(of(row)));
        rows.sort(Comparator.comparingLong(PlaceRow::order));
        return rows;
    }

    /** One number to compare two places by: the one with more people first, then the one with the smaller id. */
    private long order() {
        return ((long) -population << Integer.SIZE) + geonameId;
    }

    private static PlaceRow of(TsvReader.Row row) {
        return new PlaceRow(
                Integer.parseInt(row.get("geoname_id")),
                row.get("name"),
                row.get("ascii_name"),
                row.get("alternate_names"),
                row.get("state").intern(),
                row.get("county_fips_part"),
                new Point(row.number("latitude"), row.number("longitude")),
                Integer.parseInt(row.get("population")),
                row.get("time_zone").intern());
    }

    /** The name as part of an id: {@code ofallon}, {@code winston-salem}. */
    String slug() {
        return FoldedText.of(asciiName).replace(' ', '-');
    }
}
