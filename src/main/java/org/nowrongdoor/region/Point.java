package org.nowrongdoor.region;

/** Somewhere on the earth, in WGS 84 degrees. */
public record Point(double latitude, double longitude) {

    // 6371.0088: the earth's mean radius as the IUGG gives it.
    private static final double EARTH_RADIUS_KM = 6371.0088;

    /** The great-circle distance to another point. */
    public double kmTo(Point other) {
        double north = Math.toRadians(latitude);
        double otherNorth = Math.toRadians(other.latitude);
        double halfRise = Math.sin((otherNorth - north) / 2);
        double halfTurn = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double chord = halfRise * halfRise + Math.cos(north) * Math.cos(otherNorth) * halfTurn * halfTurn;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
