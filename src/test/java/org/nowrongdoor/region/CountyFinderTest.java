package org.nowrongdoor.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.lucene.geo.Component2D;
import org.apache.lucene.geo.LatLonGeometry;
import org.apache.lucene.geo.Polygon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.support.GazetteerForTests;

/** The county around a point, against a second reading of the same boundaries by Lucene. */
class CountyFinderTest {

    private static final int POINTS = Integer.getInteger("county.points", 5_000);
    private static final double BORDER_KM = 1;

    private final PlaceFinder finder = GazetteerForTests.FINDER;

    private String county(double latitude, double longitude) {
        return finder.findPoint(latitude, longitude).resolved().orElseThrow().id();
    }

    @ParameterizedTest
    @CsvSource({
        "44.98, -93.26, 27053", // Minneapolis
        "44.95, -93.09, 27123", // Saint Paul
        "37.94, -83.49, 21165", // Wellington in Menifee County, not the one near Louisville
        "51.88, -176.65, 02016", // Adak, far from every town of the list
        "52.2, -174.2, 02016", // Atka
        "57.12, -170.28, 02016", // Saint Paul Island
        "56.6, -169.55, 02016", // Saint George Island
        "43.3, -102.5, 46102", // a county that was renamed
        "61.13, -146.35, 02063", // Valdez: one of two that took over a county
        "41.18, -73.19, 09120", // Bridgeport: planning regions took over the counties
        "14.16, 145.2, MP", // Rota is no part of Guam
        "13.45, 144.75, GU",
        "18.4, -66.1, PR",
        "-14.28, -170.7, AS",
        "18.34, -64.93, VI"
    })
    void aPointLiesInTheCountyAroundIt(double latitude, double longitude, String county) {
        assertEquals(county, county(latitude, longitude));
    }

    @Test
    void aPierBelongsToTheShore() {
        assertEquals("06075", county(37.8115, -122.4100)); // Pier 39, San Francisco
        assertEquals("17031", county(41.8917, -87.6)); // off Navy Pier, Chicago
    }

    @Test
    void aPointInItsCountyIsNoGuess() {
        assertFalse(finder.findPoint(44.98, -93.26).approximate());
        assertTrue(finder.findPoint(43.5, -86.9).approximate(), "in the middle of Lake Michigan");
    }

    @Test
    void aSecondReadingOfTheBoundariesAgrees() throws IOException {
        var second = secondReading();
        var places = GazetteerForTests.REGIONS.list().stream()
                .filter(region -> region.kind() == RegionKind.PLACE)
                .toList();
        var random = new Random(17);
        var wrong = new ArrayList<String>();
        var otherState = new ArrayList<String>();
        var asked = 0;
        while (asked < POINTS) {
            var near = places.get(random.nextInt(places.size())).point();
            var latitude = near.latitude() + random.nextGaussian() * 0.1;
            var longitude = near.longitude() + random.nextGaussian() * 0.1;
            var expected = within(second, latitude, longitude, BORDER_KM);
            if (expected.isEmpty()) {
                continue;
            }
            asked++;
            var found = county(latitude, longitude);
            var names = new HashSet<String>();
            expected.forEach(fips -> names.addAll(ours(fips)));
            if (!names.contains(found)) {
                wrong.add(latitude + ", " + longitude + ": " + found + " is not " + names);
                var states = new HashSet<String>();
                names.forEach(name -> states.add(state(name)));
                if (!states.contains(state(found))) {
                    otherState.add(wrong.get(wrong.size() - 1));
                }
            }
        }
        assertEquals(List.of(), otherState);
        assertTrue(wrong.size() <= POINTS / 100, wrong.size() + " of " + POINTS + ": " + wrong);
    }

    private static String state(String region) {
        var code = GazetteerForTests.REGIONS.get(region).stateCode();
        return code == null ? "" : code;
    }

    /** The ids under which we keep a county of the file. */
    private static Set<String> ours(String fips) {
        var ids = new HashSet<String>();
        ids.add(fips);
        ids.addAll(GazetteerForTests.REGIONS.gazetteer().alsoIn().getOrDefault(fips, List.of()));
        var territory = Map.of("60", "AS", "66", "GU", "69", "MP", "72", "PR", "78", "VI")
                .get(fips.substring(0, 2));
        if (territory != null) {
            ids.add(territory);
        }
        ids.removeIf(id -> GazetteerForTests.REGIONS.find(id).isEmpty());
        return ids;
    }

    /** The counties at a point and a little around it. */
    private static Set<String> within(Map<String, Component2D> counties, double latitude, double longitude, double km) {
        var found = new HashSet<String>();
        var north = km / 111.195;
        var east = north / Math.cos(Math.toRadians(latitude));
        var atAll = false;
        for (var step :
                new double[][] {{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {.7, .7}, {.7, -.7}, {-.7, .7}, {-.7, -.7}}) {
            for (var county : counties.entrySet()) {
                var shape = county.getValue();
                var y = latitude + step[0] * north;
                var x = longitude + step[1] * east;
                if (y >= shape.getMinY()
                        && y <= shape.getMaxY()
                        && x >= shape.getMinX()
                        && x <= shape.getMaxX()
                        && shape.contains(x, y)) {
                    found.add(county.getKey());
                    atAll |= step[0] == 0 && step[1] == 0;
                }
            }
            if (!atAll) {
                return Set.of();
            }
        }
        return found;
    }

    private static Map<String, Component2D> secondReading() throws IOException {
        JsonNode topology;
        try (var in = CountyFinderTest.class.getResourceAsStream("/seed-data/geo/us-counties-10m.json")) {
            topology = new ObjectMapper().readTree(in);
        }
        var counties = new TreeMap<String, Component2D>();
        for (var county : topology.at("/objects/counties/geometries")) {
            var pieces = county.path("type").asText().equals("Polygon")
                    ? List.of(county.path("arcs"))
                    : StreamSupport.stream(county.path("arcs").spliterator(), false)
                            .toList();
            // A few islets are so simplified that they have no inside.
            var polygons = pieces.stream()
                    .filter(piece -> points(topology, piece.get(0)) > 3)
                    .map(piece -> polygon(topology, piece))
                    .toArray(Polygon[]::new);
            if (polygons.length > 0) {
                counties.put(county.path("id").asText(), LatLonGeometry.create(polygons));
            }
        }
        return counties;
    }

    /** How many points a ring has: the last of each arc is the first of the next. */
    private static int points(JsonNode topology, JsonNode ring) {
        return StreamSupport.stream(ring.spliterator(), false)
                        .mapToInt(arc -> topology.path("arcs")
                                        .get(arc.asInt() < 0 ? -1 - arc.asInt() : arc.asInt())
                                        .size()
                                - 1)
                        .sum()
                + 1;
    }

    private static Polygon polygon(JsonNode topology, JsonNode rings) {
        var holes = new ArrayList<Polygon>();
        for (int i = 1; i < rings.size(); i++) {
            if (points(topology, rings.get(i)) > 3) {
                holes.add(ring(topology, rings.get(i)));
            }
        }
        var outer = ring(topology, rings.get(0));
        return new Polygon(outer.getPolyLats(), outer.getPolyLons(), holes.toArray(Polygon[]::new));
    }

    private static Polygon ring(JsonNode topology, JsonNode arcs) {
        var longitudes = new ArrayList<Double>();
        var latitudes = new ArrayList<Double>();
        for (var number : arcs) {
            var xs = new ArrayList<Double>();
            var ys = new ArrayList<Double>();
            double x = 0;
            double y = 0;
            for (var step : topology.path("arcs").get(number.asInt() < 0 ? -1 - number.asInt() : number.asInt())) {
                x += step.get(0).asDouble();
                y += step.get(1).asDouble();
                xs.add(degrees(topology, x, 0));
                ys.add(degrees(topology, y, 1));
            }
            if (number.asInt() < 0) {
                Collections.reverse(xs);
                Collections.reverse(ys);
            }
            var skip = longitudes.isEmpty() ? 0 : 1;
            longitudes.addAll(xs.subList(skip, xs.size()));
            latitudes.addAll(ys.subList(skip, ys.size()));
        }
        return new Polygon(
                latitudes.stream().mapToDouble(Double::doubleValue).toArray(),
                longitudes.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double degrees(JsonNode topology, double steps, int axis) {
        return topology.at("/transform/translate/" + axis).asDouble()
                + steps * topology.at("/transform/scale/" + axis).asDouble();
    }
}
