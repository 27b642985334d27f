package org.nowrongdoor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.DatabaseOf;
import org.nowrongdoor.storage.postgres.RunningServer;

/** The server and its PostgreSQL are killed again and again while a file comes in and records are edited: every edit that
 *  was acknowledged stands, and the import ends with all of its rows, without anyone's help. */
class BrokenImportDrill {

    private static final Logger LOG = Logger.getLogger(BrokenImportDrill.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int ROWS = Integer.getInteger("drill.import-rows", 20_000);
    private static final int KILLS = Integer.getInteger("drill.kills", 10);
    private static final long SEED = Long.getLong("drill.seed", 18);
    private static final String ADMIN = "nwd_admin-of-the-broken-imports";
    private static final List<UUID> EDITED =
            IntStream.range(0, 20).mapToObj(i -> new UUID(2, i)).toList();
    // Between two kills, so that a file which stops the server is told from a server that is stopped.
    private static final int ROWS_BETWEEN = Math.max(1, ROWS / (2 * (KILLS + 1)));

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
    private final Thread editor = new Thread(this::edit, "editor");
    private volatile boolean editing = true;
    private RunningServer server;
    private DatabaseOf database;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.onNewData()
                .environment("DIRECTORY_ACCESS_ADMIN_KEY", ADMIN)
                .property("directory.access.key-per-minute", "100000000")
                .property("directory.access.anonymous-per-minute", "100000000");
        server.start().awaitReady();
        database = new DatabaseOf(server);
        for (var service : EDITED) {
            var made = send(put(service, "").build());
            assertEquals(201, made.statusCode(), made.body());
        }
        editor.start();
    }

    @AfterEach
    void stop() throws Exception {
        editing = false;
        editor.join();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?partial=true", "?partial=false"})
    void nothingThatWasAcknowledgedIsLost(String query) throws Exception {
        var random = new Random(SEED);
        var run = send(request("/imports" + query)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines()))
                .build());
        assertEquals(202, run.statusCode(), run.body());
        var id = MAPPER.readTree(run.body()).path("id").asText();
        var kills = 0;
        while (kills < KILLS && awaitProgress(id)) {
            kills++;
            switch (random.nextInt(3)) {
                case 0 -> server.kill();
                case 1 -> killDatabase();
                default -> {
                    killDatabase();
                    server.kill();
                }
            }
            if (!server.isRunning()) {
                server.start();
            }
        }
        server.await(
                "the import to end", () -> find(id).filter(now -> !isOpen(now)).isPresent());
        server.await("the server to be ready", server::isReady);
        var end = find(id).orElseThrow();
        LOG.infof("%d kills, %d edits: %s", kills, acknowledged.size(), end);
        assertEquals("completed", end.path("status").asText(), end.toString());
        assertEquals(ROWS, end.path("totals").path("read").asInt(), end.toString());
        assertEquals(ROWS, end.path("totals").path("added").asInt(), end.toString());
        editing = false;
        editor.join();
        for (var edit : acknowledged.entrySet()) {
            var shown = server.get("/services/" + edit.getKey());
            assertEquals(200, shown.statusCode(), "an edit is lost");
            assertEquals(
                    edit.getValue(), MAPPER.readTree(shown.body()).path("alert").asText());
        }
        var all = MAPPER.readTree(server.get("/services?per_page=1").body());
        assertTrue(all.path("total_items").asInt() >= ROWS + acknowledged.size(), all::toString);
        assertTrue(kills >= KILLS / 2, "it ended after " + kills + " kills: send more rows");
        server.await(
                "searches to find all of it",
                () -> find(id).filter(now -> now.has("searchable_at")).isPresent());
    }

    /** Waits until the import got further than the kill before.
     *  @return false when it has ended */
    private boolean awaitProgress(String id) {
        var before = new int[] {-1};
        var phase = new String[] {""};
        server.await("the import to go on", () -> {
            var found = find(id);
            if (found.isEmpty()) {
                return false;
            }
            var now = found.get();
            var read = now.path("totals").path("read").asInt();
            if (before[0] < 0 || !phase[0].equals(now.path("phase").asText())) {
                before[0] = read;
                phase[0] = now.path("phase").asText();
            }
            return !isOpen(now) || read >= before[0] + ROWS_BETWEEN;
        });
        return find(id).filter(BrokenImportDrill::isOpen).isPresent();
    }

    private void killDatabase() throws IOException {
        ProcessHandle.of(database.pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static boolean isOpen(JsonNode run) {
        return "queued running".contains(run.path("status").asText());
    }

    private Optional<JsonNode> find(String id) {
        try {
            var answer = send(request("/imports/" + id).build());
            return answer.statusCode() == 200 ? Optional.of(MAPPER.readTree(answer.body())) : Optional.empty();
        } catch (IOException down) {
            return Optional.empty();
        }
    }

    private void edit() {
        var random = new Random(SEED);
        for (var i = 0; editing; i++) {
            var service = EDITED.get(random.nextInt(EDITED.size()));
            var alert = "edit " + i;
            try {
                var answer = send(put(service, alert).header("If-Match", "*").build());
                if (answer.statusCode() / 100 == 2) {
                    acknowledged.put(service, alert);
                } else {
                    // What became of it is not known: it is no more what was acknowledged before.
                    acknowledged.remove(service);
                }
            } catch (IOException down) {
                acknowledged.remove(service);
            }
        }
    }

    private HttpRequest.Builder put(UUID service, String alert) {
        var body = json("{'name': 'Edited', 'status': 'active', 'alert': '%s'}", alert);
        return request("/services/" + service)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + ADMIN);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String lines() {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> json(
                        "{'id': '%s', 'name': 'Row %d', 'status': 'active', 'organization': {'id': '%s', 'name': 'House %d',"
                                + " 'description': 'It helps.'}}",
                        new UUID(1, i), i, new UUID(3, i / 10), i / 10))
                .collect(Collectors.joining("\n"));
    }
}
