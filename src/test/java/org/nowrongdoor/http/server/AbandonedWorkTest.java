package org.nowrongdoor.http.server;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.http.ProvingGroundResource;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** A server where one request works at a time, and callers who wait, or leave. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AbandonedWorkTest.OneAtATime.class)
class AbandonedWorkTest {

    private static final int WAITING = 12;

    /** One request at work, one more waiting for it. */
    public static class OneAtATime implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "directory.http.at-work", "1",
                    "directory.http.in-flight", "2",
                    "directory.http.patience-millis", "100",
                    "directory.http.waiting", String.valueOf(WAITING));
        }
    }

    private static Socket open(String target) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.getOutputStream()
                .write(("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void abort(Socket socket) throws IOException {
        // A reset, as from a caller whose network is gone.
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static int ask() {
        return given().get("/problems").statusCode();
    }

    private static void awaitAnswer() throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (ask() != 200) {
            assertTrue(System.nanoTime() < end, "nothing is answered any more");
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static String head() {
        while (true) {
            var answer = given().get("/changes?after=now");
            if (answer.statusCode() != 503) {
                return answer.jsonPath().getString("next");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/changes",
                "/changes/",
                "//changes",
                "/changes//",
                "/changes/.",
                "/changes/./",
                "/./changes",
                "/x/../changes",
                "/%63hanges",
                "//%63hange%73/",
                "/changes/x/..",
                "/changes%2F",
                "/changes;a=b",
                "/changes;",
                "/changes/;x",
                "/changes/%2e"
            })
    void waitingForChangesIsNoWorkHoweverThePathIsWritten(String path) throws Exception {
        var waiting = new ArrayList<Socket>();
        try {
            for (int i = 0; i < WAITING; i++) {
                waiting.add(open(path + "?wait_seconds=3&after=" + head()));
            }
            TimeUnit.MILLISECONDS.sleep(150);
            for (int i = 0; i < 5; i++) {
                assertEquals(200, ask(), "while " + WAITING + " wait at " + path);
            }
        } finally {
            for (var socket : waiting) {
                abort(socket);
            }
        }
        awaitAnswer();
    }

    @Test
    void aWaitEndsSoonAfterItsReaderHasLeft() throws Exception {
        var after = head();
        for (int round = 0; round < 2; round++) {
            List<Socket> waiting = new ArrayList<>();
            for (int i = 0; i < WAITING; i++) {
                waiting.add(open("/changes?wait_seconds=30&after=" + after));
            }
            TimeUnit.MILLISECONDS.sleep(300);
            for (var socket : waiting) {
                abort(socket);
            }
        }
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (given().get("/changes?after=" + after).statusCode() != 200) {
            assertTrue(System.nanoTime() < end, "readers who have left keep others out");
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void aTurnIsGivenBackWhenTheWorkEndsAndNotWhenTheCallerLeaves() throws Exception {
        awaitAnswer();
        abort(atWork());
        for (int i = 0; i < 8; i++) {
            assertEquals(503, ask(), "the work goes on");
        }
        ProvingGroundResource.GATE.countDown();
        awaitAnswer();
        for (int i = 0; i < 5; i++) {
            abort(open("/problems"));
        }
        awaitAnswer();
    }

    private static Socket atWork() throws IOException, InterruptedException {
        ProvingGroundResource.AT_THE_GATE.drainPermits();
        var socket = open("/proving-ground/wait");
        assertTrue(ProvingGroundResource.AT_THE_GATE.tryAcquire(10, TimeUnit.SECONDS), "it is at work");
        return socket;
    }

    @Test
    void aKeyIsCountedHoweverThePathIsWritten() throws Exception {
        awaitAnswer();
        for (var path : List.of("/problems", "/problems/", "//problems", "/./problems/")) {
            var answer = given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2("nwd_admin-of-the-tests")
                    .get(path);
            assertEquals(200, answer.statusCode(), path);
            assertTrue(
                    answer.header("RateLimit-Policy").startsWith("\"key\""), path + answer.header("RateLimit-Policy"));
        }
    }
}
