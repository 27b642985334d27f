package org.nowrongdoor.drill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.drill.TwinServer.Ask;

/** Two servers that differ only in where twenty hidden sites really are answer the same bytes to whatever is asked.
 *  {@code -Ddrill.requests=20000} makes it the long drill, which looks at the times too. */
class NonInterferenceIT {

    private static final Logger LOG = Logger.getLogger(NonInterferenceIT.class);
    private static final int SHORT = 1500;
    private static final int REQUESTS = Integer.getInteger("drill.requests", SHORT);
    private static final int WARM_UP = REQUESTS > SHORT ? 4000 : 0;
    private static final long HERE = 1;
    private static final long THERE = 2;

    // A point this near to a site on one server and this far from all on the other would show a leak best.
    private static final double NEAR_DEGREES = 0.02;

    private static TwinServer here;
    private static TwinServer there;

    @BeforeAll
    static void load() throws Exception {
        here = new TwinServer();
        there = new TwinServer();
        here.load(AttackData.ndjson(HERE), AttackData.tightened(HERE));
        there.load(AttackData.ndjson(THERE), AttackData.tightened(THERE));
    }

    @AfterAll
    static void close() throws Exception {
        here.close();
        there.close();
    }

    @Test
    void whatTheyHoldIsTheSame() throws Exception {
        var rows = here.rows();
        var others = there.rows();
        assertTrue(rows.contains("Haven house"), "there are no rows");
        assertTrue(rows.equals(others), () -> difference(rows, others));
    }

    @Test
    void whateverIsAskedTheBytesAreTheSame() {
        var sites = new ArrayList<>(AttackData.places(HERE));
        sites.addAll(AttackData.places(THERE));
        var requests =
                new AttackRequests(here.ask(Ask.get("/q/openapi?format=json")).text(), sites);
        var times = new Times();
        var order = new Random(3);
        var found = 0;
        for (int turn = 0;
                turn < Math.max(REQUESTS, requests.reading() * (REQUESTS > SHORT ? 3 : 0)) + WARM_UP;
                turn++) {
            var ask = requests.next(turn);
            var isHereFirst = order.nextBoolean();
            var first = (isHereFirst ? here : there).ask(ask);
            var second = (isHereFirst ? there : here).ask(ask);
            var a = isHereFirst ? first : second;
            var b = isHereFirst ? second : first;
            assertTrue(
                    a.isLike(b),
                    () -> ask + "\n"
                            + difference(
                                    a.status() + a.headers().toString() + a.text(),
                                    b.status() + b.headers().toString() + b.text()));
            found += a.text().contains("Haven house") ? 1 : 0;
            if (turn >= WARM_UP) {
                times.add(a.nanos(), b.nanos(), requests.point());
            }
            requests.heard(ask, a);
        }
        assertTrue(found > REQUESTS / 20, "the hidden services were hardly ever asked for: " + found);
        if (REQUESTS > SHORT) {
            times.report();
        }
    }

    private static String difference(String a, String b) {
        int at = 0;
        while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return a.substring(Math.max(0, at - 300), Math.min(a.length(), at + 150)) + "\n----\n"
                + b.substring(Math.max(0, at - 20), Math.min(b.length(), at + 150));
    }

    /** Bisection by where and how far. Every point of a county gives the answer of the county, so no step halves anything. */
    @Test
    void anAttackerWhoBisectsKnowsNoMoreThanTheCounty() {
        var random = new Random(11);
        var queries = 0;
        while (queries < Math.max(300, REQUESTS / 2)) {
            // Well inside the county on every side.
            double[] box = {44.93, 45.07, -93.48, -93.36};
            while (box[1] - box[0] > 0.002) {
                var middle = (box[0] + box[1]) / 2;
                var radius = 1 + random.nextInt(20);
                var low = about(box[0], middle, box, radius);
                var high = about(middle, box[1], box, radius);
                assertTrue(low.equals(high), () -> "one half answers otherwise: " + difference(low, high));
                queries += 2;
                box = random.nextBoolean()
                        ? new double[] {box[0], middle, box[2], (box[2] + box[3]) / 2}
                        : new double[] {middle, box[1], (box[2] + box[3]) / 2, box[3]};
            }
        }
        LOG.infof("adaptive attacker: %d queries, all answered as the county is", queries);
    }

    private static String about(double south, double north, double[] box, int radiusKm) {
        var body = String.format(Locale.ROOT, """
        {"needs": ["shelter.emergency"], "where": {"lat": %.5f, "lon": %.5f, "radius_km": %d}, \
        "sort": "distance", "size": 100, "facets": ["need", "region"]}""", (south + north) / 2, (box[2] + box[3]) / 2, radiusKm);
        var text = here.ask(Ask.post("/search", "application/json", body)).text();
        assertTrue(text.contains("Haven house"), text);
        // Public doors that lie nearer come first among the next steps; that is what they are for.
        return text.replaceFirst("\"interpreted_as\":\\{.*?\\},\"total\"", "\"total\"")
                .replaceFirst("\"next_steps\":\\[.*\\],\"facets\"", "\"facets\"");
    }

    /** How long each of the two took. */
    private static final class Times {

        private final List<long[]> both = new ArrayList<>();
        private final List<Double> nearHere = new ArrayList<>();
        private final List<Double> nearThere = new ArrayList<>();

        void add(long a, long b, double[] point) {
            both.add(new long[] {a, b});
            if (point[0] == 0) {
                return;
            }
            var isHere = isNear(point, AttackData.places(HERE));
            var isThere = isNear(point, AttackData.places(THERE));
            if (isHere != isThere) {
                (isHere ? nearHere : nearThere).add((double) (a - b));
            }
        }

        private static boolean isNear(double[] point, List<HiddenPlaces> sites) {
            return sites.stream()
                    .anyMatch(site -> Math.abs(site.latitude() - point[0]) < NEAR_DEGREES
                            && Math.abs(site.longitude() - point[1]) < NEAR_DEGREES);
        }

        void report() {
            var a = both.stream().mapToDouble(pair -> pair[0]).toArray();
            var b = both.stream().mapToDouble(pair -> pair[1]).toArray();
            var x = nearHere.stream().mapToDouble(Double::doubleValue).toArray();
            var y = nearThere.stream().mapToDouble(Double::doubleValue).toArray();
            LOG.info(String.format(
                    Locale.ROOT,
                    "requests %d to each; Welch's t of the two servers: all %.2f, below the 99th percentile %.2f,"
                            + " 95th %.2f, 90th %.2f",
                    a.length,
                    WelchT.of(a, b),
                    WelchT.cropped(a, b, 0.99),
                    WelchT.cropped(a, b, 0.95),
                    WelchT.cropped(a, b, 0.90)));
            LOG.info(String.format(
                    Locale.ROOT,
                    "near a site of the one (%d) against near one of the other (%d), by the difference in time:"
                            + " all %.2f, 95th %.2f",
                    x.length,
                    y.length,
                    WelchT.of(x, y),
                    WelchT.cropped(x, y, 0.95)));
            assertTrue(Math.abs(WelchT.of(a, b)) < WelchT.LEAK, "the times tell one server from the other");
            assertTrue(Math.abs(WelchT.cropped(a, b, 0.95)) < WelchT.LEAK, "the usual times tell one from the other");
            assertTrue(Math.abs(WelchT.cropped(x, y, 0.95)) < WelchT.LEAK, "the times tell where the sites are");
        }
    }
}
