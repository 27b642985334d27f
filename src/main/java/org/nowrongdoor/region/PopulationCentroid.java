package org.nowrongdoor.region;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the people of a larger area live: the weighted middle, their number and the clock most of them use. */
final class PopulationCentroid {

    private double latitude;
    private double longitude;
    private double weight;
    private long population;
    private final Map<String, Long> zones = new HashMap<>();

    /** Counts a settlement in. */
    void add(Point point, int people, String timeZone) {
        // +1: a place whose population is not known still says where the area is.
        double share = people + 1.0;
        latitude += point.latitude() * share;
        longitude += eastOfGreenwich(point.longitude()) * share;
        weight += share;
        population += people;
        zones.merge(timeZone, people + 1L, Long::sum);
    }

    boolean isEmpty() {
        return weight == 0;
    }

    Point point() {
        double middle = longitude / weight;
        return new Point(latitude / weight, middle > 180 ? middle - 360 : middle);
    }

    int population() {
        return (int) Math.min(Integer.MAX_VALUE, population);
    }

    @Nullable String timeZone() {
        return zones.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** The Aleutians reach over the date line: an average of -179 and 179 must not fall on Europe. */
    private static double eastOfGreenwich(double longitude) {
        return longitude < 0 ? longitude + 360 : longitude;
    }
}
