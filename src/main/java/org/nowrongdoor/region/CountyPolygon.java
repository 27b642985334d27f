package org.nowrongdoor.region;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One piece of a county: an outer ring and those of its holes, in whole steps of the file that they come from. */
final class CountyPolygon {

    private final String fips;
    private final List<int[][]> rings;

    /** Least x, least y, greatest x, greatest y. */
    private final int[] box;

    private CountyPolygon(String fips, List<int[][]> rings, int[] box) {
        this.fips = fips;
        this.rings = rings;
        this.box = box;
    }

    String fips() {
        return fips;
    }

    /** A bound of the box around it: 0 and 1 the least x and y, 2 and 3 the greatest. */
    int bound(int side) {
        return box[side];
    }

    /** Puts the rings together.
     *  @param rings for each ring the numbers of its arcs; a negative one, of its complement, is walked backwards */
    static CountyPolygon of(String fips, JsonNode rings, List<int[][]> arcs) {
        var whole = new ArrayList<int[][]>();
        var box = new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        for (var ring : rings) {
            var points = new ArrayList<int[]>();
            for (var number : ring) {
                var forward = number.intValue() >= 0;
                var arc = arcs.get(forward ? number.intValue() : ~number.intValue());
                for (int i = 0; i < arc.length; i++) {
                    points.add(arc[forward ? i : arc.length - 1 - i]);
                }
            }
            for (var point : points) {
                box[0] = Math.min(box[0], point[0]);
                box[1] = Math.min(box[1], point[1]);
                box[2] = Math.max(box[2], point[0]);
                box[3] = Math.max(box[3], point[1]);
            }
            whole.add(points.toArray(int[][]::new));
        }
        return new CountyPolygon(fips, List.copyOf(whole), box);
    }

    /** Whether a ray from the point to the east crosses the rings an odd number of times. */
    boolean contains(double x, double y) {
        if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) {
            return false;
        }
        var inside = false;
        for (var ring : rings) {
            for (int i = 0, before = ring.length - 1; i < ring.length; before = i++) {
                var a = ring[i];
                var b = ring[before];
                if ((a[1] > y) != (b[1] > y) && x < (double) (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    /** Kilometres from a point to the nearest border, on a plane that touches the earth at the point. */
    double distance(double x, double y, double kmOfX, double kmOfY) {
        var least = Double.MAX_VALUE;
        for (var ring : rings) {
            for (int i = 0, before = ring.length - 1; i < ring.length; before = i++) {
                var fromX = (ring[before][0] - x) * kmOfX;
                var fromY = (ring[before][1] - y) * kmOfY;
                var alongX = (ring[i][0] - ring[before][0]) * kmOfX;
                var alongY = (ring[i][1] - ring[before][1]) * kmOfY;
                var length = alongX * alongX + alongY * alongY;
                var share = length == 0 ? 0 : Math.max(0, Math.min(1, -(fromX * alongX + fromY * alongY) / length));
                least = Math.min(least, Math.hypot(fromX + share * alongX, fromY + share * alongY));
            }
        }
        return least;
    }
}
