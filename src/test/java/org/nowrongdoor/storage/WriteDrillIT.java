package org.nowrongdoor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.RunningServer;

/** Services are written over HTTP while the server is killed again and again: what was acknowledged is there. */
class WriteDrillIT {

    // Each kill costs a start; the whole drill is run with -Dnwd.kills=20.
    private static final int KILLS = Integer.getInteger("nwd.kills", 8);
    private static final String KEY = "nwd_key-of-the-write-drill";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    private volatile boolean writing;

    @Test
    void everyAcknowledgedServiceOutlivesEveryKill() throws Exception {
        try (var server = RunningServer.onNewData()
                .environment("DIRECTORY_ACCESS_ADMIN_KEY", KEY)
                .property("directory.access.key-per-minute", "1000000")
                .property("directory.access.anonymous-per-minute", "1000000")) {
            for (int kill = 0; kill < KILLS; kill++) {
                server.start().awaitReady();
                int before = acknowledged.size();
                var writer = new Thread(() -> write(server), "writer");
                writing = true;
                writer.start();
                server.await("some writes", () -> acknowledged.size() > before + 5);
                server.kill();
                writing = false;
                writer.join();
            }
            server.start().awaitReady();
            for (var id : acknowledged) {
                assertEquals(200, server.get("/services/" + id).statusCode(), "service " + id + " is lost");
            }
            assertTrue(acknowledged.size() > KILLS * 5);
            var found = server.get("/search?q=outlives&size=1").body();
            assertTrue(found.contains(json("'total':{'value':")), found);
            server.await("the index to hold every acknowledged service", () -> isFound(server));
        }
    }

    private boolean isFound(RunningServer server) {
        try {
            var body = server.get("/search?q=outlives&size=1").body();
            var value = body.replaceFirst("(?s).*\"total\":\\{\"value\":(\\d+).*", "$1");
            return value.matches("\\d+") && Integer.parseInt(value) >= acknowledged.size();
        } catch (IOException e) {
            return false;
        }
    }

    private void write(RunningServer server) {
        while (writing) {
            var id = UUID.randomUUID();
            var request = HttpRequest.newBuilder(server.uri("/services/" + id))
                    .timeout(Duration.ofSeconds(5))
                    .header("Authorization", "Bearer " + KEY)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("""
                            {"id": "%s", "name": "Outlives %s", "status": "active"}""".formatted(id, id)));
            try {
                if (HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 201) {
                    acknowledged.add(id);
                }
            } catch (IOException killed) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
