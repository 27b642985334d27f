package org.nowrongdoor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.drill.Crowd.Outcome;
import org.nowrongdoor.storage.postgres.RunningServer;

/** More is asked than can be answered: what is let in is answered, the rest is sent away at once, and it is over when it
 *  is over. And a thousand who are slow keep no one out. Run by hand on a quiet machine, after {@code mvn package}:
 *  {@code mvn -o failsafe:integration-test failsafe:verify -Dit.test=OverloadDrill -Ddrill.seconds=60}. */
class OverloadDrill {

    private static final Logger LOG = Logger.getLogger(OverloadDrill.class);
    private static final int SECONDS = Integer.getInteger("drill.seconds", 10);
    private static final int TIMES_CAPACITY = 10;
    private static final int ASKERS = 8;
    private static final int SLOW_ONES = 1000;

    // The client's side of one machine; a server that sheds answers sooner than these are all busy.
    private static final int MOST_LINES = 2000;

    // Shorter than by default, so that the drill need not wait for it.
    private static final int CUT_OFF_SECONDS = 8;

    private static final String QUESTION = """
        {"needs": ["shelter.emergency", "basic.hygiene"], "size": 100, "where": {"place": "Minneapolis, MN"}, \
        "client": {"age": 29, "gender": "woman"}, "facets": ["need", "region"]}""";

    private static RunningServer server;

    @BeforeAll
    static void load() throws Exception {
        server = RunningServer.onNewData()
                .property("directory.seed.on-start", "true")
                .property("directory.http.head-seconds", String.valueOf(CUT_OFF_SECONDS))
                .property("directory.http.body-seconds", String.valueOf(CUT_OFF_SECONDS))
                .property("directory.http.answer-seconds", String.valueOf(CUT_OFF_SECONDS))
                .property("directory.access.anonymous-per-minute", "100000000");
        server.start().awaitReady();
        server.await("the seed data to be found", OverloadDrill::isFilled);
        // Until the compiler rests: a server that is still becoming faster has no capacity to measure by.
        try (var crowd = crowd()) {
            crowd.oneAfterTheOther(ASKERS, Math.max(20, SECONDS));
        }
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
    }

    private static boolean isFilled() {
        try {
            return server.get("/services?per_page=1").body().matches("(?s).*\"total_items\":[1-9]\\d\\d.*");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.uri("/").getPort());
    }

    private static Crowd crowd() throws IOException {
        return new Crowd(
                address(),
                ("POST /search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                                + QUESTION.length() + "\r\n\r\n" + QUESTION)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static double perSecond(List<Outcome> outcomes, int status, double seconds) {
        return outcomes.stream().filter(one -> one.status() == status).count() / seconds;
    }

    private static double medianMillis(List<Outcome> outcomes, int status) {
        var sorted = outcomes.stream()
                .filter(one -> one.status() == status)
                .mapToLong(Outcome::nanos)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2] / 1e6;
    }

    @Test
    void whoeverIsLetInIsAnsweredAndTheRestAreSentAwayAtOnce() throws Exception {
        try (var crowd = crowd()) {
            var seconds = Math.max(5, SECONDS / 3.0);
            var before = perSecond(crowd.oneAfterTheOther(ASKERS, seconds), 200, seconds);
            var flood = crowd.atARate(before * TIMES_CAPACITY, SECONDS, MOST_LINES);
            var recovered = crowd.oneAfterTheOther(ASKERS, 5);
            var after = perSecond(crowd.oneAfterTheOther(ASKERS, seconds), 200, seconds);
            // The machine has other guests: what it can do is what it could before and after.
            var capacity = (before + after) / 2;
            var good = perSecond(flood, 200, SECONDS);
            LOG.info(String.format(
                    Locale.ROOT,
                    "overload: capacity %.0f/s before, %.0f/s after; asked %.0f/s for %d s, answered %.0f/s (%.0f %%) in"
                            + " %.0f ms, sent away %.0f/s in %.0f ms (medians), lost %.0f, not asked %d, connections %d;"
                            + " within 5 s after: %.0f/s",
                    before,
                    after,
                    before * TIMES_CAPACITY,
                    SECONDS,
                    good,
                    100 * good / capacity,
                    medianMillis(flood, 200),
                    perSecond(flood, 503, SECONDS),
                    medianMillis(flood, 503),
                    perSecond(flood, 0, 1),
                    crowd.unasked,
                    crowd.connections,
                    perSecond(recovered, 200, 5)));
            assertTrue(flood.stream().allMatch(one -> one.status() == 200 || one.status() == 503), "somebody was lost");
            assertTrue(good >= 0.8 * capacity, "goodput fell to " + good + " of " + capacity);
            assertTrue(medianMillis(flood, 503) < 100, "sent away only after " + medianMillis(flood, 503) + " ms");
            assertTrue(perSecond(recovered, 200, 5) >= 0.8 * capacity, "not recovered within 5 s");
        }
    }

    @Test
    void aThousandWhoSendTheHeadDropByDropStopNobodyAndAreCutOff() throws Exception {
        slowly(new Slow("heads", "GET /services HTTP/1.1\r\nHost: x\r\nX-Drop: ", "a", 200));
    }

    @Test
    void aThousandWhoSendTheBodyDropByDropStopNobodyAndAreCutOff() throws Exception {
        var head = "POST /search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{";
        slowly(new Slow("bodies", head, " ", 200));
    }

    @Test
    void aThousandWhoDoNotReadStopNobodyAndAreCutOff() throws Exception {
        slowly(new Slow("readers", "GET /services?per_page=100 HTTP/1.1\r\nHost: x\r\n\r\n", "", 25));
    }

    @Test
    void aThousandWhoDoNotReadAStreamStopNobodyAndAreCutOff() throws Exception {
        slowly(new Slow("readers of streams", "GET /services?format=ndjson HTTP/1.1\r\nHost: x\r\n\r\n", "", 25));
    }

    /** A thousand who begin, then send a drop a second.
     *  @param perSecond how many come a second: few enough that what they ask for is no flood by itself */
    private record Slow(String what, String beginning, String drop, int perSecond) {}

    private static void slowly(Slow how) throws Exception {
        try (var crowd = crowd()) {
            var alone = perSecond(crowd.oneAfterTheOther(ASKERS, 5), 200, 5);
            var slow = new ArrayList<Socket>();
            var seconds = SLOW_ONES / (double) how.perSecond + 5;
            try {
                var coming = new Thread(() -> come(how, slow));
                coming.start();
                var meanwhile = crowd.oneAfterTheOther(ASKERS, seconds);
                coming.join();
                assertEquals(SLOW_ONES, slow.size());
                var other = perSecond(meanwhile, 200, seconds);
                var began = System.nanoTime();
                var open = open(slow, how.drop);
                LOG.info(String.format(
                        Locale.ROOT,
                        "%d slow %s: others were answered %.0f/s instead of %.0f/s, median %.0f ms, sent away %.0f;"
                                + " %d are still open %d s later",
                        SLOW_ONES,
                        how.what,
                        other,
                        alone,
                        medianMillis(meanwhile, 200),
                        perSecond(meanwhile, 503, 1),
                        open,
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)));
                assertTrue(other > 0.3 * alone, "others were answered " + other + "/s instead of " + alone);
                assertTrue(meanwhile.stream().allMatch(one -> one.status() == 200), "others were sent away");
                assertEquals(0, open, "the slow ones were not cut off");
            } finally {
                for (var socket : slow) {
                    socket.close();
                }
            }
        }
    }

    private static void come(Slow how, List<Socket> slow) {
        try {
            for (int i = 0; i < SLOW_ONES; i++) {
                var socket = new Socket();
                socket.setReceiveBufferSize(4096);
                socket.connect(address(), 10_000);
                socket.getOutputStream().write(how.beginning.getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
                TimeUnit.MICROSECONDS.sleep(1_000_000 / how.perSecond);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many are still connected when all should be cut off, dropping a drop a second. */
    private static int open(List<Socket> slow, String drop) throws InterruptedException {
        var left = new ArrayList<>(slow);
        for (int second = 0; second < 6 * CUT_OFF_SECONDS && !left.isEmpty(); second++) {
            TimeUnit.SECONDS.sleep(1);
            left.removeIf(socket -> isGone(socket, drop.isEmpty() ? "\r\n" : drop));
        }
        return left.size();
    }

    private static boolean isGone(Socket socket, String drop) {
        try {
            socket.getOutputStream().write(drop.getBytes(StandardCharsets.US_ASCII));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
