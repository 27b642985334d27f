package org.nowrongdoor.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.RunningServer;

/** Referrals are sent while the server is killed again and again, and sent again under their keys until they are
 *  acknowledged: each is there once. */
class ReferralDrillIT {

    // Each kill costs a start; the whole drill is run with -Dnwd.kills=20.
    private static final int KILLS = Integer.getInteger("nwd.kills", 5);
    private static final int REFERRALS = 200;
    private static final String KEY = "nwd_key-of-the-referral-drill";
    private static final UUID DOOR = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void everyReferralIsThereOnceHoweverOftenTheServerIsKilled() throws Exception {
        try (var server = RunningServer.onNewData()
                .environment("DIRECTORY_ACCESS_ADMIN_KEY", KEY)
                .property("directory.access.key-per-minute", "1000000")) {
            server.start().awaitReady();
            assertEquals(
                    201,
                    ask(
                                    server,
                                    "PUT",
                                    "/services/" + DOOR,
                                    "{\"id\": \"" + DOOR + "\", \"name\": \"A door\", \"status\": \"active\"}",
                                    "-")
                            .statusCode());
            var writer = new Thread(() -> write(server), "writer");
            writer.start();
            for (int kill = 1; kill <= KILLS; kill++) {
                int enough = REFERRALS * kill / (KILLS + 1);
                server.await("some referrals", () -> acknowledged.size() >= enough);
                server.kill();
                server.start().awaitReady();
            }
            writer.join();
            requireOnce(server);
        }
    }

    private void requireOnce(RunningServer server) throws IOException, InterruptedException {
        var page = read(ask(server, "GET", "/referrals?per_page=500", "", "-"));
        var stored = new TreeSet<String>();
        page.path("contents").forEach(referral -> stored.add(referral.path("id").asText()));
        assertEquals(REFERRALS, page.path("total_items").asInt());
        assertEquals(new TreeSet<>(acknowledged.values()), stored);
        for (var sent : new TreeMap<>(acknowledged).entrySet()) {
            var again = ask(server, "POST", "/referrals", body(sent.getKey()), "drill-" + sent.getKey());
            assertEquals(sent.getValue(), read(again).path("id").asText());
            if (sent.getKey() % 10 == 0) {
                var events = read(ask(server, "GET", "/referrals/" + sent.getValue() + "/events", "", "-"));
                assertEquals(1, events.path("events").size(), events.toString());
            }
        }
        assertTrue(acknowledged.size() == REFERRALS);
    }

    private void write(RunningServer server) {
        for (int number = 0; number < REFERRALS; ) {
            try {
                var answer = ask(server, "POST", "/referrals", body(number), "drill-" + number);
                if (answer.statusCode() == 201) {
                    acknowledged.put(number, read(answer).path("id").asText());
                    number++;
                }
            } catch (IOException killed) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static String body(int number) {
        return "{\"service_id\": \"" + DOOR + "\", \"priority\": \"" + (number % 2 == 0 ? "routine" : "urgent") + "\"}";
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        return mapper.readTree(answer.body());
    }

    private static HttpResponse<String> ask(RunningServer server, String method, String path, String body, String key)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(server.uri(path))
                        .timeout(Duration.ofSeconds(5))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
