package org.nowrongdoor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.RunningServer;

/** More is asked than can be answered: what is let in is answered, the rest is sent away at once, and it is over when it is
 *  over. Run by hand (-Dit.test=OverloadDrill); {@code -Ddrill.seconds=60} makes it the long drill, which looks at rates and times too. */
class OverloadDrill {

    private static final Logger LOG = Logger.getLogger(OverloadDrill.class);
    private static final int SECONDS = Integer.getInteger("drill.seconds", 3);
    private static final boolean IS_LONG = SECONDS > 10;
    private static final int TIMES_CAPACITY = 10;
    private static final int SLOW_CONNECTIONS = 1000;

    // What the client side of one machine can have in the air at once; a server that sheds answers sooner than that
    // fills.
    private static final int MOST_IN_FLIGHT = 2000;

    private static final String QUESTION = "{\"needs\": [\"shelter.emergency\", \"basic.hygiene\"], \"size\": 100,"
            + " \"where\": {\"place\": \"Minneapolis, MN\"}, \"client\": {\"age\": 29, \"gender\": \"woman\"},"
            + " \"facets\": [\"need\", \"region\"]}";

    private static RunningServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Outcome(int status, long nanos) {}

    @BeforeAll
    static void load() throws Exception {
        server = RunningServer.onNewData()
                .environment("DIRECTORY_ACCESS_ADMIN_KEY", TwinServer.ADMIN)
                .property("quarkus.log.level", "WARN")
                .property("directory.access.anonymous-per-minute", "100000000");
        server.start().awaitReady();
        var sent = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.uri("/imports"))
                                .header("Authorization", "Bearer " + TwinServer.ADMIN)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofString(AttackData.ndjson(1)))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(202, sent.statusCode(), sent.body());
        server.await("the import to be found", () -> {
            try {
                return server.get("/search?q=haven&size=1").body().contains("\"total\":{\"value\":15");
            } catch (IOException e) {
                return false;
            }
        });
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
    }

    private HttpRequest question() {
        return HttpRequest.newBuilder(server.uri("/search"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(QUESTION))
                .build();
    }

    /** Answers a second with eight who ask one after the other. */
    private double capacity(int seconds) throws InterruptedException {
        var answered = new AtomicInteger();
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                while (System.nanoTime() < until) {
                    try {
                        answered.addAndGet(
                                client.send(question(), BodyHandlers.discarding())
                                                        .statusCode()
                                                == 200
                                        ? 1
                                        : 0);
                    } catch (IOException | InterruptedException e) {
                        return;
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        return answered.get() / (double) seconds;
    }

    /** Asks at a rate, whether or not answers come. */
    private Queue<Outcome> flood(double perSecond, int seconds) throws InterruptedException {
        var outcomes = new ConcurrentLinkedQueue<Outcome>();
        var room = new Semaphore(MOST_IN_FLIGHT);
        var start = System.nanoTime();
        var until = start + TimeUnit.SECONDS.toNanos(seconds);
        long sent = 0;
        while (System.nanoTime() < until) {
            var due = (long) ((System.nanoTime() - start) / 1e9 * perSecond);
            for (; sent < due; sent++) {
                if (room.tryAcquire()) {
                    ask(outcomes, room);
                }
            }
            LockSupport.parkNanos(500_000);
        }
        assertTrue(room.tryAcquire(MOST_IN_FLIGHT, 60, TimeUnit.SECONDS), "some never came back");
        return outcomes;
    }

    private void ask(Queue<Outcome> outcomes, Semaphore room) {
        var began = System.nanoTime();
        var unused = client.sendAsync(question(), BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            outcomes.add(new Outcome(answer == null ? 0 : answer.statusCode(), System.nanoTime() - began));
            room.release();
        });
    }

    @Test
    void whoeverIsLetInIsAnsweredAndTheRestAreSentAwayAtOnce() throws Exception {
        capacity(IS_LONG ? 20 : 2);
        var capacity = Math.max(20, capacity(IS_LONG ? 20 : 2));
        var outcomes = flood(capacity * TIMES_CAPACITY, SECONDS);
        var over = System.nanoTime();
        server.await("the server to answer again", () -> isAnswered());
        var recoveredMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - over);
        var good = outcomes.stream().filter(one -> one.status() == 200).count() / (double) SECONDS;
        var shed = outcomes.stream()
                .filter(one -> one.status() == 503)
                .mapToLong(Outcome::nanos)
                .sorted()
                .toArray();
        assertTrue(outcomes.stream().allMatch(one -> one.status() == 200 || one.status() == 503 || one.status() == 0));
        assertTrue(good > 0, "nobody was answered");
        var medianMillis = shed.length == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(shed[shed.length / 2]);
        LOG.info(String.format(
                Locale.ROOT,
                "overload: capacity %.0f/s, asked %.0f/s, answered %.0f/s (%.0f %%), sent away %d, median %d ms,"
                        + " recovered after %d ms",
                capacity,
                outcomes.size() / (double) SECONDS,
                good,
                100 * good / capacity,
                shed.length,
                medianMillis,
                recoveredMillis));
        if (IS_LONG) {
            assertTrue(good >= 0.8 * capacity, "goodput fell to " + good + " of " + capacity);
            assertTrue(medianMillis < 100, "sent away only after " + medianMillis + " ms");
            assertTrue(recoveredMillis < 5000, "recovered only after " + recoveredMillis + " ms");
        }
    }

    private boolean isAnswered() {
        try {
            HttpResponse<Void> answer = client.send(question(), BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    @Test
    void aThousandWhoSendDropByDropStopNobody() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SLOW_CONNECTIONS; i++) {
                var socket = new Socket();
                socket.connect(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(),
                                server.uri("/").getPort()),
                        10_000);
                var half = i % 2 == 0
                        ? "GET /services HTTP/1.1\r\nHost: x\r\nX-Drop: "
                        : "POST /search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{";
                socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            for (int i = 0; i < 20; i++) {
                assertEquals(
                        200, client.send(question(), BodyHandlers.discarding()).statusCode());
            }
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }
}
