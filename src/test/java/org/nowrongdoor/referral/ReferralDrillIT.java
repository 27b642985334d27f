package org.nowrongdoor.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.referral.webhook.HookReceiver;
import org.nowrongdoor.storage.postgres.RunningServer;

/** Referrals are sent and moved while the server is killed again and again and the receiver of the webhooks stumbles. Each
 *  that is sent again under its key until it is acknowledged is there once; every event of it is told at least once, in
 *  order, and nothing of a person with it. */
class ReferralDrillIT {

    // Each kill costs a start; the whole drill is run with -Dnwd.kills=20.
    private static final int KILLS = Integer.getInteger("nwd.kills", 5);
    private static final int REFERRALS = 200;
    // So many go all the way, with a person.
    private static final int EVERY = 5;
    private static final int STUMBLE = 17;
    private static final String KEY = "nwd_key-of-the-referral-drill";
    private static final String CANARY = "Marrowby";
    private static final UUID DOOR = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final List<String> MOVES = List.of(
            json("{'to': 'accepted'}"),
            json("{'to': 'in-progress'}"),
            json("{'to': 'on-hold', 'reason': {'code': 'no-capacity', 'text': '%s'}}", CANARY),
            json("{'to': 'completed', 'outcome': 'served'}"));
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String consentEnds = Instant.now().plus(Duration.ofDays(1)).toString();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void everyReferralIsThereOnceAndToldInOrderHoweverOftenTheServerIsKilled() throws Exception {
        var told = new AtomicInteger();
        try (var receiver = new HookReceiver().answering(json -> told.incrementAndGet() % STUMBLE == 0 ? 503 : 204);
                var server = RunningServer.onNewData()
                        .environment("DIRECTORY_ACCESS_ADMIN_KEY", KEY)
                        .property("directory.referral.webhook-allow", "127.0.0.1")
                        .property("directory.access.key-per-minute", "1000000")) {
            server.start().awaitReady();
            prepare(server, receiver);
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
            requireTold(server, receiver);
        }
    }

    private static void prepare(RunningServer server, HookReceiver receiver) throws Exception {
        var door = json("{'id': '%s', 'name': 'A door', 'status': 'active'}", DOOR);
        assertEquals(201, ask(server, "PUT", "/services/" + DOOR, door, "-").statusCode());
        var hook = json("{'url': '%s'}", receiver.url("/in"));
        assertEquals(201, ask(server, "POST", "/webhooks", hook, "-").statusCode());
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
        }
        assertEquals(REFERRALS, acknowledged.size());
    }

    private void requireTold(RunningServer server, HookReceiver receiver) throws IOException, InterruptedException {
        int moved = 0;
        for (var sent : new TreeMap<>(acknowledged).entrySet()) {
            var id = sent.getValue();
            int events = sent.getKey() % EVERY == 0
                    ? read(ask(server, "GET", "/referrals/" + id + "/events", "", "-"))
                            .path("events")
                            .size()
                    : 1;
            moved += events - 1;
            server.await(
                    "all " + events + " events of " + id,
                    () -> Set.copyOf(told(receiver, id)).size() == events);
            var numbers = told(receiver, id);
            assertEquals(numbers.stream().sorted().toList(), numbers, "out of order: " + id);
            assertEquals(events, numbers.get(numbers.size() - 1), "a gap: " + id);
        }
        assertTrue(moved >= REFERRALS / EVERY, "only " + moved + " moves were made");
        for (var one : receiver.received()) {
            assertFalse(one.body().contains(CANARY), "a person was told of");
        }
    }

    private static List<Integer> told(HookReceiver receiver, String referral) {
        return receiver.taken().stream()
                .filter(one -> one.referral().equals(referral))
                .map(HookReceiver.Received::no)
                .toList();
    }

    private void write(RunningServer server) {
        for (int number = 0; number < REFERRALS; ) {
            try {
                var answer = ask(server, "POST", "/referrals", body(number), "drill-" + number);
                if (answer.statusCode() == 201) {
                    var id = read(answer).path("id").asText();
                    acknowledged.put(number, id);
                    int sent = number++;
                    if (sent % EVERY == 0) {
                        for (var move : MOVES) {
                            ask(server, "POST", "/referrals/" + id + "/transitions", move, "-");
                        }
                    }
                }
            } catch (IOException killed) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private String body(int number) {
        var plain = json("{'service_id': '%s', 'priority': '%s'", DOOR, (number % 2 == 0 ? "routine" : "urgent"));
        return number % EVERY != 0 ? plain + "}" : plain + """
                , "person": {"alias": "%1$s"}, "consent": {"given_by": "%1$s", "method": "verbal", "to": "A door",
                  "purpose": "%1$s", "expires_at": "%2$s"}}""".formatted(CANARY, consentEnds);
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
