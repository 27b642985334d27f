package org.nowrongdoor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a server does while a directory of services with sites comes in: first alone, then while it is asked. Half of the
 *  towns are not in the gazetteer. A main program too, to measure any server from outside. */
public final class ImportPace {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECTIONS = 8;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String key;
    private final Path folder;
    private final int services;
    private final double seconds;

    /** @param seconds how long searches are measured where nothing is imported */
    public ImportPace(URI server, String key, Path folder, int services, double seconds) {
        this.server = server;
        this.key = key;
        this.folder = folder;
        this.services = services;
        this.seconds = seconds;
    }

    /** @param args address, key with {@code directory:write}, folder for files, number of services, seconds */
    public static void main(String[] args) throws Exception {
        var pace = new ImportPace(
                URI.create(args[0]), args[1], Path.of(args[2]), Integer.parseInt(args[3]), Double.parseDouble(args[4]));
        System.getLogger("bench").log(System.Logger.Level.INFO, pace.measure());
    }

    /** How an import went.
     *  @param perSecond rows stored a second
     *  @param searchable seconds from its end until a search could find all of it */
    private record Run(double perSecond, double searchable) {}

    /** A table of two imports, of new services each, and of searches and edits in the meantime. */
    public String measure() throws Exception {
        var bodies = Questions.all().values().stream().flatMap(List::stream).toList();
        var first = Generator.writeWithSites(folder, 0, services);
        var alone = take(first, "added");
        var again = take(first, "unchanged");
        var file = Generator.writeWithSites(folder, services, services);
        ask(bodies);
        var unhindered = ask(bodies);
        var quiet = unhindered.result();
        var isOver = new AtomicBoolean();
        var edits = CompletableFuture.supplyAsync(() -> edits(isOver));
        var taken = CompletableFuture.supplyAsync(() -> {
            try {
                return take(file, "added");
            } finally {
                isOver.set(true);
            }
        });
        var answered = HttpLoad.run(server.getPort(), CONNECTIONS, isOver::get, bodies);
        var asked = answered.result();
        var found = edits.get();
        return """
                | %d services with sites | alone | while it is asked |
                |---|---:|---:|
                | services stored a second | %.0f | %.0f |
                | rows of the same file again, a second | %.0f | |
                | searchable after its end, s | %.1f | %.1f |
                | searches a second | %.0f | %.0f |
                | p50 of a search, ms | %.1f | %.1f |
                | p99 of a search, ms | %.1f | %.1f |
                | searches refused | %d | %d |
                | an edit found after, ms (median, most, of %d) | | %.0f, %.0f |
                """.formatted(
                        services,
                        alone.perSecond,
                        taken.get().perSecond,
                        again.perSecond,
                        alone.searchable,
                        taken.get().searchable,
                        quiet.perSecond(),
                        asked.perSecond(),
                        quiet.p50(),
                        asked.p50(),
                        quiet.p99(),
                        asked.p99(),
                        unhindered.refused(),
                        answered.refused(),
                        found.length,
                        found[found.length / 2],
                        found[found.length - 1]);
    }

    private HttpLoad.Answered ask(List<String> bodies) throws Exception {
        var end = System.nanoTime() + (long) (seconds * 1e9);
        return HttpLoad.run(server.getPort(), CONNECTIONS, () -> System.nanoTime() >= end, bodies);
    }

    private double[] edits(AtomicBoolean isOver) {
        try {
            return new EditTimes(server, key).measureUntil(isOver::get);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a file in.
     *  @param total which of the totals every row counts to */
    private Run take(Path file, String total) {
        try {
            var run = send("POST", "/imports?source=bench", BodyPublishers.ofFile(file));
            var id = run.required("id").textValue();
            while (!Set.of("completed", "failed").contains(run.required("status").textValue())
                    || run.path("searchable_at").isNull()) {
                Thread.sleep(LOOK.toMillis());
                run = send("GET", "/imports/" + id, BodyPublishers.noBody());
            }
            if (run.path("totals").path(total).longValue() != services) {
                throw new IllegalStateException(run.toString());
            }
            var ended = at(run, "ended_at");
            return new Run(
                    services / seconds(at(run, "started_at"), ended), seconds(ended, at(run, "searchable_at")));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant at(JsonNode run, String name) {
        return Instant.parse(run.required(name).textValue());
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    private JsonNode send(String method, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-ndjson")
                .method(method, body)
                .build();
        while (true) {
            var answer = http.send(request, BodyHandlers.ofString());
            // A server that has too much to do just now answers the next time.
            if (answer.statusCode() != 503) {
                return JSON.readTree(answer.body());
            }
            Thread.sleep(LOOK.toMillis());
        }
    }
}
