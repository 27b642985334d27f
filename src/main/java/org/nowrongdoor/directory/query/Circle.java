package org.nowrongdoor.directory.query;

import org.nowrongdoor.storage.SqlBuilder;

/** A point and how far around it.
 *  @param latitude WGS 84 degrees
 *  @param radiusMetres great-circle distance */
public record Circle(double latitude, double longitude, double radiusMetres) {

    private static final double EARTH_METRES = 6_371_008.8;
    private static final double METRES_A_DEGREE = 111_195;

    /** How many metres a place called l is away: an expression. */
    public SqlBuilder metres() {
        return SqlBuilder.of(
                "2 * " + EARTH_METRES + " * asin(least(1, sqrt("
                        + "power(sin(radians(l.latitude - ?) / 2), 2)"
                        + " + cos(radians(?)) * cos(radians(l.latitude))"
                        + " * power(sin(radians(l.longitude - ?) / 2), 2))))",
                latitude,
                latitude,
                longitude);
    }

    /** The condition on a place called l. */
    SqlBuilder condition() {
        // A band of latitude first: it spares most of the trigonometry.
        double band = radiusMetres / METRES_A_DEGREE + 0.01;
        return SqlBuilder.of("l.latitude between ? and ?", latitude - band, latitude + band)
                .add("and")
                .add(metres())
                .add("<= ?", radiusMetres);
    }
}
