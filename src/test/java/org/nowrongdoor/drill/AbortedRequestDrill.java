package org.nowrongdoor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.drill.Crowd.Outcome;
import org.nowrongdoor.storage.postgres.RunningServer;

/** 500 callers a second ask and hang up, for a minute: others are answered or sent away at once meanwhile, and as before
 *  when it is over. */
class AbortedRequestDrill {

    private static final Logger LOG = Logger.getLogger(AbortedRequestDrill.class);
    private static final int PER_SECOND = Integer.getInteger("drill.aborts-per-second", 500);
    private static final int SECONDS = Integer.getInteger("drill.abort-seconds", 60);
    private static final int ASKERS = 4;
    private static final int WAITING = 40;
    private static final String QUESTION = """
            {"needs": ["shelter.emergency"], "size": 100, "where": {"place": "Minneapolis, MN"}, "client": {"age": 29}}""";
    private static final List<String> REQUESTS = List.of(
            search(QUESTION.length()),
            "GET /services?per_page=100 HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /services?format=ndjson HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /suggest?q=shel HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /changes?after=now&wait_seconds=30 HTTP/1.1\r\nHost: x\r\n\r\n",
            // A body that never comes whole.
            search(QUESTION.length() + 200));

    private static RunningServer server;

    private static String search(int length) {
        return "POST /search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\n\r\n" + QUESTION;
    }

    @BeforeAll
    static void load() throws Exception {
        server = RunningServer.onNewData()
                .property("directory.seed.on-start", "true")
                .property("directory.access.anonymous-per-minute", "100000000");
        server.start().awaitReady();
        server.await("the seed data to be found", AbortedRequestDrill::isFilled);
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

    private static double perSecond(List<Outcome> outcomes, int status, double seconds) {
        return outcomes.stream().filter(one -> one.status() == status).count() / seconds;
    }

    @Test
    void thoseWhoHangUpTakeNothingFromThoseWhoStay() throws Exception {
        var address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.uri("/").getPort());
        try (var crowd = new Crowd(address, REQUESTS.get(0).getBytes(StandardCharsets.US_ASCII))) {
            // Until the compiler rests.
            crowd.oneAfterTheOther(ASKERS, 15);
            var before = perSecond(crowd.oneAfterTheOther(ASKERS, 10), 200, 10);
            var leavers = new Leavers(address, REQUESTS, PER_SECOND, SECONDS, 1);
            var leaving = new Thread(leavers, "leavers");
            leaving.start();
            var meanwhile = crowd.oneAfterTheOther(ASKERS, SECONDS);
            leaving.join();
            var recovered = crowd.oneAfterTheOther(ASKERS, 5);
            var after = perSecond(crowd.oneAfterTheOther(ASKERS, 10), 200, 10);
            LOG.info(String.format(
                    Locale.ROOT,
                    "%d hung up, %d could not ask; others were answered %.0f/s before, %.0f/s meanwhile (sent away %.0f/s),"
                            + " %.0f/s within 5 s, %.0f/s after",
                    leavers.left(),
                    leavers.failures().size(),
                    before,
                    perSecond(meanwhile, 200, SECONDS),
                    perSecond(meanwhile, 503, SECONDS),
                    perSecond(recovered, 200, 5),
                    after));
            assertTrue(leavers.left() > 0.9 * PER_SECOND * SECONDS, () -> "so few: " + leavers.left());
            assertTrue(
                    meanwhile.stream().allMatch(one -> one.status() == 200 || one.status() == 503), "someone was lost");
            assertTrue(perSecond(meanwhile, 200, SECONDS) > 0, "no one was answered");
            assertTrue(recovered.stream().allMatch(one -> one.status() == 200), "turns were not given back");
            assertTrue(after >= 0.7 * before, after + " a second instead of " + before);
        }
        assertEquals(0, refusedWaiters(), "readers of the feed who have left keep others out");
        assertTrue(server.isReady());
        assertFalse(server.output().contains("OutOfMemoryError"), server::output);
    }

    /** How many of a few dozen readers of the feed are sent away. */
    private static long refusedWaiters() {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(server.uri("/changes?after=now&wait_seconds=1"))
                .build();
        var answers = IntStream.range(0, WAITING)
                .mapToObj(i -> client.sendAsync(request, BodyHandlers.discarding()))
                .toList();
        return answers.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() != 200)
                .count();
    }
}
