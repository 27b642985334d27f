package org.nowrongdoor.region;

import java.util.List;

/** Finds the place nearest to a point among all of them: on a sphere that is the largest dot product. */
final class NearestPlaceFinder {

    private final List<Region> places;
    private final double[] axes;

    NearestPlaceFinder(List<Region> places) {
        this.places = places;
        axes = new double[places.size() * 3];
        for (int i = 0; i < places.size(); i++) {
            place(places.get(i).point(), axes, i * 3);
        }
    }

    /** The nearest place; at equal distance the one listed first. */
    Region to(Point point) {
        var at = new double[3];
        place(point, at, 0);
        int best = 0;
        double bestDot = -2;
        for (int i = 0; i < axes.length; i += 3) {
            double dot = at[0] * axes[i] + at[1] * axes[i + 1] + at[2] * axes[i + 2];
            if (dot > bestDot) {
                bestDot = dot;
                best = i / 3;
            }
        }
        return places.get(best);
    }

    private static void place(Point point, double[] axes, int from) {
        double north = Math.toRadians(point.latitude());
        double east = Math.toRadians(point.longitude());
        axes[from] = Math.cos(north) * Math.cos(east);
        axes[from + 1] = Math.cos(north) * Math.sin(east);
        axes[from + 2] = Math.sin(north);
    }
}
