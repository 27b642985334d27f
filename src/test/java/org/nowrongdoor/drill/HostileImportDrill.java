package org.nowrongdoor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.drill.Crowd.Outcome;
import org.nowrongdoor.storage.postgres.RunningServer;
import org.nowrongdoor.support.HostileRecords;

/** Records of an enemy come in while people search: no record but the refused ones is missing from the index, and the
 *  server, with 512 MB, goes on. {@code -Ddrill.records=10000} makes it the long drill, for a quiet machine, which looks
 *  at the times of the searches too. */
class HostileImportDrill {

    private static final Logger LOG = Logger.getLogger(HostileImportDrill.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int RECORDS = Integer.getInteger("drill.records", 1_000);
    // 10,000: the times of fewer are those of a server that has only just begun.
    private static final int LONG = 10_000;
    private static final long SEED = Long.getLong("drill.seed", 17);

    // Schedules that stop an indexer which does not bound them.
    private static final boolean POISON = Boolean.getBoolean("drill.poison");
    private static final int PER_SECOND = Integer.getInteger("drill.per-second", 20);
    private static final int SECONDS = Integer.getInteger("drill.seconds", 20);
    private static final int MOST_LINES = 200;
    private static final double MOST_TIMES = 2;
    private static final String ADMIN = "nwd_admin-of-the-hostile-drill";
    private static final String QUESTION = """
        {"needs": ["shelter.emergency"], "size": 20, "where": {"place": "Minneapolis, MN"}, \
        "client": {"age": 29, "gender": "woman"}, "facets": ["need"]}""";

    private static RunningServer server;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void load() throws Exception {
        server = RunningServer.onNewData()
                .environment("DIRECTORY_ACCESS_ADMIN_KEY", ADMIN)
                .property("directory.seed.on-start", "true")
                // Every refused row is to be known.
                .property("directory.exchange.max-findings", "10000000")
                .property("directory.access.anonymous-per-minute", "100000000")
                .property("directory.access.key-per-minute", "100000000");
        server.start().awaitReady();
        server.await("the seed data to be found", HostileImportDrill::isFilled);
        // Until the compiler rests.
        try (var crowd = crowd()) {
            crowd.oneAfterTheOther(4, SECONDS);
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

    private static Crowd crowd() throws IOException {
        var address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.uri("/").getPort());
        return new Crowd(
                address,
                ("POST /search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                                + QUESTION.length() + "\r\n\r\n" + QUESTION)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void recordsOfAnEnemyHarmNoOther() throws Exception {
        var lines = lines();
        try (var crowd = crowd()) {
            var before = crowd.atARate(PER_SECOND, SECONDS, MOST_LINES);
            var run = post(String.join("\n", lines));
            var meanwhile = new ArrayList<Outcome>();
            JsonNode now = get(run);
            while (isOpen(now)) {
                meanwhile.addAll(crowd.atARate(PER_SECOND, 2, MOST_LINES));
                now = get(run);
            }
            var alone = p99Millis(before);
            var along = p99Millis(meanwhile);
            LOG.info(String.format(
                    Locale.ROOT,
                    "p99 of %d searches without an import %.1f ms, of %d during it %.1f ms; %s",
                    before.size(),
                    alone,
                    meanwhile.size(),
                    along,
                    now));
            assertEquals("completed", now.path("status").asText(), now.toString());
            assertEquals(lines.size(), now.path("totals").path("read").asInt());
            assertTrue(meanwhile.stream().allMatch(one -> one.status() == 200), "a search was not answered");
            awaitIndexed(stored(lines, run));
            assertTrue(server.isReady());
            if (RECORDS >= LONG) {
                assertTrue(along <= MOST_TIMES * Math.max(alone, 10), "p99 " + along + " ms instead of " + alone);
            }
        }
    }

    private static List<String> lines() {
        var records = new HostileRecords(SEED, POISON);
        var lines = new ArrayList<String>();
        for (int i = 0; i < RECORDS; i++) {
            lines.add(records.next());
        }
        return lines;
    }

    private static boolean isOpen(JsonNode run) {
        return List.of("queued", "running").contains(run.path("status").asText());
    }

    private static double p99Millis(List<Outcome> outcomes) {
        var sorted = outcomes.stream().mapToLong(Outcome::nanos).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6;
    }

    /** The ids of the records that were not refused and that a search shows. */
    private Set<String> stored(List<String> lines, String run) throws Exception {
        var refused = new TreeSet<Integer>();
        for (long after = 0; ; ) {
            var page = get(run + "/faults?after=" + after);
            page.path("faults").forEach(fault -> refused.add(fault.path("row").asInt()));
            if (page.path("next").isNull() || page.path("next").isMissingNode()) {
                break;
            }
            after = page.path("next").asLong();
        }
        var ids = new TreeSet<String>();
        for (int row = 1; row <= lines.size(); row++) {
            if (!refused.contains(row) && lines.get(row - 1).startsWith("{\"id\"")) {
                var record = MAPPER.readTree(lines.get(row - 1));
                var id = record.path("id").asText();
                // The same id again may have made a law of it, or a service of a law.
                if (List.of("", "service", "hotline")
                        .contains(record.path("kind").asText())) {
                    ids.add(id);
                } else {
                    ids.remove(id);
                }
            }
        }
        return ids;
    }

    private void awaitIndexed(Set<String> wanted) {
        var found = new TreeSet<String>();
        server.await("every record that was not refused to be found", () -> {
            found.clear();
            try {
                var cursor = "";
                do {
                    var body = "{\"q\": \"" + HostileRecords.WORD + "\", \"size\": 100" + cursor + "}";
                    var page = send("POST", "/search", "application/json", body);
                    page.path("hits")
                            .forEach(hit ->
                                    found.add(hit.path("service").path("id").asText()));
                    cursor = page.path("next").isTextual()
                            ? ", \"after\": " + page.path("next").toString()
                            : "";
                } while (!cursor.isEmpty());
                var missing = new TreeSet<>(wanted);
                missing.removeAll(found);
                LOG.infof("%d of %d records are found", wanted.size() - missing.size(), wanted.size());
                return missing.isEmpty();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String post(String lines) throws IOException, InterruptedException {
        var run = send("POST", "/imports?partial=true", "application/x-ndjson", lines);
        return "/imports/" + run.path("id").asText();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, null);
    }

    private JsonNode send(String method, String path, @Nullable String mediaType, @Nullable String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.uri(path)).header("Authorization", "Bearer " + ADMIN);
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        var answer = client.send(
                request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, method + " " + path + ": " + answer.statusCode() + answer.body());
        return MAPPER.readTree(answer.body());
    }
}
