package org.nowrongdoor.region;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every postal code with the middle of its area. */
final class PostalCodes {

    private static final List<String> COLUMNS = List.of(
            "country", "code", "town", "state_name", "state", "county", "county_part", "", "", "latitude", "longitude");

    private final List<PostalCode> byCode;

    private PostalCodes(List<PostalCode> byCode) {
        this.byCode = byCode;
    }

    /** A postal code.
     *  @param town the name that the post uses
     *  @param state empty for military post
     *  @param countyPart the last three digits of a county's FIPS code; empty for military post */
    record PostalCode(String code, String town, String state, String countyPart, Point point) {}

    static PostalCodes read() {
        var rows = new ArrayList<PostalCode>(42_000);
        var previous = new String[] {"", "", ""};
        TsvFile.withColumns("us-postal.tsv", COLUMNS).forEach(row -> {
            previous[0] = same(previous[0], row.get("town"));
            previous[1] = same(previous[1], row.get("county_part"));
            previous[2] = same(previous[2], row.get("state"));
            rows.add(new PostalCode(
                    row.get("code"),
                    previous[0],
                    previous[2],
                    previous[1],
                    new Point(row.number("latitude"), row.number("longitude"))));
        });
        rows.sort(Comparator.comparing(PostalCode::code));
        return new PostalCodes(List.copyOf(rows));
    }

    /** Neighbouring lines repeat their town, county and state: one string serves them all. */
    private static String same(String previous, String current) {
        return previous.equals(current) ? previous : current;
    }

    /** The code of five digits, if the post knows it. */
    Optional<PostalCode> find(String code) {
        int at = Collections.binarySearch(
                byCode, new PostalCode(code, "", "", "", new Point(0, 0)), Comparator.comparing(PostalCode::code));
        return at < 0 ? Optional.empty() : Optional.of(byCode.get(at));
    }

    List<PostalCode> list() {
        return byCode;
    }

    /** The nearest of some codes. */
    static @Nullable PostalCode nearest(List<PostalCode> codes, Point point) {
        PostalCode best = null;
        double bestKm = Double.MAX_VALUE;
        for (var code : codes) {
            double km = code.point().kmTo(point);
            if (km < bestKm) {
                best = code;
                bestKm = km;
            }
        }
        return best;
    }
}
