package org.nowrongdoor.referral.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.RunningServer;

/** Referrals are made and moved while the server is killed and the receiver stumbles: every event of every acknowledged
 *  referral is told at least once, in order, and nothing of a person with it. */
class WebhookDrillIT {

    private static final int KILLS = 5;
    private static final int REFERRALS_BETWEEN = 8;
    private static final String KEY = "nwd_key-of-the-webhook-drill";
    private static final String CANARY = "Marrowby";
    private static final List<String> MOVES = List.of(
            "{\"to\": \"accepted\"}",
            "{\"to\": \"in-progress\"}",
            "{\"to\": \"on-hold\", \"reason\": {\"code\": \"no-capacity\", \"text\": \"" + CANARY + "\"}}",
            "{\"to\": \"completed\", \"outcome\": \"served\"}");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final UUID service = UUID.randomUUID();
    private volatile boolean writing;

    @Test
    void everyEventIsToldInOrderThoughTheServerIsKilled() throws Exception {
        var stumbles = new AtomicInteger();
        try (var receiver = new HookReceiver().answering(json -> stumbles.incrementAndGet() % 17 == 0 ? 503 : 204);
                var server = RunningServer.onNewData()
                        .environment("DIRECTORY_ACCESS_ADMIN_KEY", KEY)
                        .property("directory.access.key-per-minute", "1000000")
                        .property("directory.referral.webhook-allow", "127.0.0.1")) {
            server.start().awaitReady();
            prepare(server, receiver);
            for (int kill = 0; kill < KILLS; kill++) {
                int before = acknowledged.size();
                writing = true;
                var writer = new Thread(() -> write(server), "writer");
                writer.start();
                server.await("some referrals", () -> acknowledged.size() >= before + REFERRALS_BETWEEN);
                server.kill();
                writing = false;
                writer.join();
                server.start().awaitReady();
            }
            for (var referral : acknowledged) {
                int events = get(server, "/referrals/" + referral + "/events")
                        .path("events")
                        .size();
                server.await("all " + events + " events of " + referral, () -> told(receiver, referral) == events);
            }
            check(receiver);
        }
    }

    private static int told(HookReceiver receiver, String referral) {
        return (int) receiver.taken().stream()
                .filter(one -> one.referral().equals(referral))
                .map(HookReceiver.Received::no)
                .distinct()
                .count();
    }

    private void check(HookReceiver receiver) {
        assertTrue(acknowledged.size() >= KILLS * REFERRALS_BETWEEN);
        Map<String, List<Integer>> told = receiver.taken().stream()
                .collect(Collectors.groupingBy(
                        HookReceiver.Received::referral,
                        LinkedHashMap::new,
                        Collectors.mapping(HookReceiver.Received::no, Collectors.toList())));
        told.forEach((referral, numbers) -> {
            assertEquals(numbers.stream().sorted().toList(), numbers, "out of order: " + referral);
            var distinct = numbers.stream().distinct().toList();
            assertEquals(distinct.size(), distinct.get(distinct.size() - 1), "a gap: " + referral);
        });
        for (var one : receiver.received()) {
            assertFalse(one.body().contains(CANARY), "a person was told of");
        }
    }

    private void prepare(RunningServer server, HookReceiver receiver) throws IOException, InterruptedException {
        assertEquals(
                201,
                send(server, "PUT", "/services/" + service, """
                {"id": "%s", "name": "Drill door", "status": "active",
                 "organization": {"id": "%s", "name": "Drill house", "description": "It helps."}}""".formatted(service, UUID.randomUUID()))
                        .statusCode());
        assertEquals(
                201,
                send(server, "POST", "/webhooks", "{\"url\": \"" + receiver.url("/in") + "\"}")
                        .statusCode());
        server.await("the service to be found", () -> {
            try {
                return send(server, "POST", "/referrals/preview", "{\"service_id\": \"" + service + "\"}")
                                .statusCode()
                        == 200;
            } catch (IOException | InterruptedException e) {
                return false;
            }
        });
    }

    private void write(RunningServer server) {
        var body = """
                {"service_id": "%s", "person": {"alias": "%2$s"},
                 "consent": {"given_by": "%2$s", "method": "verbal", "to": "Drill door", "purpose": "%2$s", "expires_at": "%3$s"}}""".formatted(service, CANARY, Instant.now().plusSeconds(86_400));
        while (writing) {
            try {
                var made = send(server, "POST", "/referrals", body);
                if (made.statusCode() == 201) {
                    var id = mapper.readTree(made.body()).path("id").asText();
                    acknowledged.add(id);
                    for (var move : MOVES) {
                        send(server, "POST", "/referrals/" + id + "/transitions", move);
                    }
                }
            } catch (IOException killed) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private JsonNode get(RunningServer server, String path) throws IOException, InterruptedException {
        return mapper.readTree(send(server, "GET", path, "").body());
    }

    private HttpResponse<String> send(RunningServer server, String method, String path, String body)
            throws IOException, InterruptedException {
        var publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return http.send(
                HttpRequest.newBuilder(server.uri(path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "application/json")
                        .method(method, publisher)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
