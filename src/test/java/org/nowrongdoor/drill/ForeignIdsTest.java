package org.nowrongdoor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.drill.ForeignThings.Door;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** A record of another and one that does not exist cannot be told apart. With {@code -Ddrill.samples=20000} not by time either:
 *  so many questions a door, both kinds in random order; {@code -Ddrill.door=webhooks} takes some doors alone. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ForeignIdsTest {

    private static final Logger LOG = Logger.getLogger(ForeignIdsTest.class);
    private static final int SAMPLES = Integer.getInteger("drill.samples", 0);
    private static final String DOOR = System.getProperty("drill.door", "");

    // A cold server would be measured otherwise.
    private static final int WARM_UP = 2000;

    // dudect's practice: what an interrupt or a collection of garbage made slow says nothing.
    private static final double KEPT = 0.95;

    @Test
    void foreignAndMissingAnswerTheSameBytesInTheSameTime() throws IOException {
        var things = new ForeignThings();
        var leaks = new TreeMap<String, Double>();
        for (var door : things.doors) {
            try (var wire = new Wire(RestAssured.port)) {
                var missing = ForeignThings.missing(door.foreign());
                var theirs = request(door, door.foreign(), things.stranger);
                var nobodys = request(door, missing, things.stranger);
                assertEquals(masked(wire.ask(nobodys), missing), masked(wire.ask(theirs), door.foreign()), door.name());
                assertEquals(404, wire.ask(theirs).status(), door.name());
                if (SAMPLES > 0 && door.path().contains(DOOR)) {
                    var t = t(wire, theirs, nobodys, door.name());
                    if (Math.abs(t) >= WelchT.LEAK) {
                        leaks.put(door.name() + " " + door.foreign(), t);
                    }
                }
            }
        }
        assertTrue(leaks.isEmpty(), leaks.toString());
    }

    private static byte[] request(Door door, String id, String key) {
        return Wire.request(door.method(), door.path().formatted(id), key, door.body());
    }

    private static String masked(Wire.Answer answer, String id) {
        return (answer.head() + answer.body()).replace(id, "{id}");
    }

    private static double t(Wire wire, byte[] theirs, byte[] nobodys, String name) throws IOException {
        var random = new Random(20_000);
        var times = new double[2][SAMPLES / 2];
        var counts = new int[2];
        for (int i = 0; i < WARM_UP; i++) {
            wire.ask(i % 2 == 0 ? theirs : nobodys);
        }
        while (counts[0] + counts[1] < SAMPLES / 2 * 2) {
            var which = random.nextInt(2);
            if (counts[which] < SAMPLES / 2) {
                var began = System.nanoTime();
                wire.ask(which == 0 ? theirs : nobodys);
                times[which][counts[which]++] = System.nanoTime() - began;
            }
        }
        var cropped = WelchT.cropped(times[0], times[1], KEPT);
        LOG.info(String.format(
                Locale.ROOT,
                "%s: t %.2f of the quickest %.0f %%, %.2f of all, of %d",
                name,
                cropped,
                KEPT * 100,
                WelchT.of(times[0], times[1]),
                SAMPLES));
        return cropped;
    }
}
