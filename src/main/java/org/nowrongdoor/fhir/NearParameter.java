package org.nowrongdoor.fhir;

import java.util.Map;
import org.nowrongdoor.directory.query.Circle;
import org.nowrongdoor.http.parameter.ParameterProblems;

/** The parameter {@code near} of FHIR: latitude, longitude, distance and its unit, a bar between each. The distance is the
 *  great circle's, never that of a box.
 *  @see "HL7 FHIR R4, Location, near" */
final class NearParameter {

    // 40 km: the radius of a search that states none (search.place.WhereReader).
    private static final double DEFAULT_METRES = 40_000;
    private static final double MOST_METRES = 500_000;

    private static final Map<String, Double> METRES =
            Map.of("km", 1000.0, "m", 1.0, "mi", 1609.344, "[mi_i]", 1609.344);

    private NearParameter() {}

    static Circle circle(String text) {
        var parts = text.split("\\|", -1);
        if (parts.length < 2 || parts.length > 4) {
            throw refused(text);
        }
        var latitude = number(parts[0], text);
        var longitude = number(parts[1], text);
        var unit = parts.length == 4 && !parts[3].isEmpty() ? METRES.get(parts[3]) : METRES.get("km");
        var metres = parts.length == 2 || parts[2].isEmpty() || unit == null
                ? DEFAULT_METRES
                : number(parts[2], text) * unit;
        if (unit == null
                || !(Math.abs(latitude) <= 90)
                || !(Math.abs(longitude) <= 180)
                || !(metres >= 0 && metres <= MOST_METRES)) {
            throw refused(text);
        }
        return new Circle(latitude, longitude, metres);
    }

    private static double number(String part, String whole) {
        if (!part.matches("-?\\d{1,6}(\\.\\d{1,12})?")) {
            throw refused(whole);
        }
        return Double.parseDouble(part);
    }

    // What someone sent as their place is not repeated.
    private static RuntimeException refused(String text) {
        return ParameterProblems.parameter(
                "near",
                "near must be latitude|longitude|distance|unit such as 44.98|-93.27|10|km, the unit one of km, m, mi,"
                        + " [mi_i], at most 500 km; it had " + text.length() + " letters");
    }
}
