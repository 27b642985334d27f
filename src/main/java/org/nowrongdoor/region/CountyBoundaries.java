package org.nowrongdoor.region;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which county a point lies in, by the boundaries of the Census. They are simplified: within some hundred metres of a
 *  border the neighbour may be named.
 *  @see "TopoJSON 1.0; us-atlas 3.0.1" */
final class CountyBoundaries {

    private static final String FILE = "/seed-data/geo/us-counties-10m.json";
    private static final double KM_PER_DEGREE = 111.195;

    private final double[] scale;
    private final double[] origin;

    /** Polygons by the cells of one degree that they may touch. */
    private final Map<Integer, List<CountyPolygon>> cells = new HashMap<>();

    private CountyBoundaries(JsonNode topology) {
        scale = pair(topology.at("/transform/scale"));
        origin = pair(topology.at("/transform/translate"));
        var arcs = new ArrayList<int[][]>();
        topology.required("arcs").forEach(arc -> arcs.add(points(arc)));
        for (var county : topology.at("/objects/counties/geometries")) {
            var fips = county.required("id").textValue();
            if (county.required("type").textValue().equals("Polygon")) {
                add(fips, county.required("arcs"), arcs);
            } else {
                county.required("arcs").forEach(polygon -> add(fips, polygon, arcs));
            }
        }
    }

    /** The boundaries that travel in the jar; read when first asked for, which is on the way of no start. */
    static CountyBoundaries packaged() {
        return Packaged.BOUNDARIES;
    }

    /** The FIPS code of the county that a point lies in; empty at sea and abroad. */
    Optional<String> around(Point point) {
        var x = (point.longitude() - origin[0]) / scale[0];
        var y = (point.latitude() - origin[1]) / scale[1];
        return cells.getOrDefault(cell(point.longitude(), point.latitude()), List.of()).stream()
                .filter(polygon -> polygon.contains(x, y))
                .findFirst()
                .map(CountyPolygon::fips);
    }

    /** The FIPS code of the county whose border is nearest to a point outside all of them.
     *  @param km empty where the nearest is farther, or more than a degree away */
    Optional<String> nearest(Point point, double km) {
        var x = (point.longitude() - origin[0]) / scale[0];
        var y = (point.latitude() - origin[1]) / scale[1];
        var kmOfX = scale[0] * KM_PER_DEGREE * Math.cos(Math.toRadians(point.latitude()));
        var kmOfY = scale[1] * KM_PER_DEGREE;
        var best = km;
        CountyPolygon found = null;
        for (int east = -1; east <= 1; east++) {
            for (int north = -1; north <= 1; north++) {
                var cell = cell(point.longitude() + east, point.latitude() + north);
                for (var polygon : cells.getOrDefault(cell, List.of())) {
                    var distance = polygon.distance(x, y, kmOfX, kmOfY);
                    if (distance < best) {
                        best = distance;
                        found = polygon;
                    }
                }
            }
        }
        return Optional.ofNullable(found).map(CountyPolygon::fips);
    }

    private void add(String fips, JsonNode rings, List<int[][]> arcs) {
        var polygon = CountyPolygon.of(fips, rings, arcs);
        for (int east = degree(0, polygon.bound(0)); east <= degree(0, polygon.bound(2)); east++) {
            for (int north = degree(1, polygon.bound(1)); north <= degree(1, polygon.bound(3)); north++) {
                cells.computeIfAbsent(cell(east, north), c -> new ArrayList<>()).add(polygon);
            }
        }
    }

    private int degree(int axis, int quantised) {
        return (int) Math.floor(origin[axis] + quantised * scale[axis]);
    }

    private static int cell(double longitude, double latitude) {
        return (int) Math.floor(longitude) * 1_000 + (int) Math.floor(latitude);
    }

    private static double[] pair(JsonNode list) {
        return new double[] {list.required(0).doubleValue(), list.required(1).doubleValue()};
    }

    /** The points of an arc: each is written as its step from the one before. */
    private static int[][] points(JsonNode arc) {
        var points = new int[arc.size()][2];
        int x = 0;
        int y = 0;
        for (int i = 0; i < points.length; i++) {
            x += arc.get(i).required(0).intValue();
            y += arc.get(i).required(1).intValue();
            points[i] = new int[] {x, y};
        }
        return points;
    }

    private static final class Packaged {

        private static final CountyBoundaries BOUNDARIES = read();

        private static CountyBoundaries read() {
            try (var in = Objects.requireNonNull(CountyBoundaries.class.getResourceAsStream(FILE), FILE)) {
                return new CountyBoundaries(new ObjectMapper().readTree(in));
            } catch (IOException e) {
                throw new UncheckedIOException(FILE + " is not readable", e);
            }
        }
    }
}
