package org.nowrongdoor.region;

import java.util.ArrayList;
import java.util.List;
import org.nowrongdoor.http.FoldedText;

/** A populated place as GeoNames lists it.
 *  @param countyPart the last three digits of its county's FIPS code; empty in territories and for a few others */
record PlaceRow(
        String geonameId,
        String name,
        String asciiName,
        List<String> otherNames,
        String state,
        String countyPart,
        Point point,
        int population,
        String timeZone) {

    static List<PlaceRow> read() {
        var rows = new ArrayList<PlaceRow>(22_000);
        TsvFile.withHeader("us-places.tsv").forEach(row -> rows.add(of(row)));
        return rows;
    }

    private static PlaceRow of(TsvFile.Row row) {
        return new PlaceRow(
                row.get("geoname_id"),
                row.get("name"),
                row.get("ascii_name"),
                row.list("alternate_names").stream().filter(PlaceRow::isTyped).toList(),
                row.get("state").intern(),
                row.get("county_fips_part"),
                new Point(row.number("latitude"), row.number("longitude")),
                Integer.parseInt(row.get("population")),
                row.get("time_zone").intern());
    }

    /** GeoNames writes names of other scripts in lower case letter by letter; nobody types those. */
    private static boolean isTyped(String name) {
        return name.length() > 1 && !Character.isLowerCase(name.charAt(0)) && !name.contains("  ");
    }

    /** The name as part of an id: {@code ofallon}, {@code winston-salem}. */
    String slug() {
        return FoldedText.of(asciiName).replace(' ', '-');
    }
}
