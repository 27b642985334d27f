package org.nowrongdoor.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;

/** How long after an edit was acknowledged a search finds what it wrote. */
public final class EditTimes {

    private static final int EDITS = 100;
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final long PAUSE_MILLIS = 20;
    private static final int MOST_TRIES = 500;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String key;

    public EditTimes(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    /** Milliseconds from the answer to a {@code PUT} to the answer of a search that finds it, in ascending order. */
    public double[] measure() throws Exception {
        var times = new double[EDITS];
        for (var edit = 0; edit < EDITS; edit++) {
            times[edit] = time(0);
        }
        Arrays.sort(times);
        return times;
    }

    /** The same, twice a second until something is over. */
    public double[] measureUntil(BooleanSupplier isOver) throws Exception {
        var times = DoubleStream.builder();
        do {
            times.add(time(PAUSE_MILLIS));
            Thread.sleep(500);
        } while (!isOver.getAsBoolean());
        return times.build().sorted().toArray();
    }

    private double time(long pauseMillis) throws Exception {
        var id = UUID.nameUUIDFromBytes("edited".getBytes(StandardCharsets.UTF_8));
        var word = "edited" + Long.toString(System.nanoTime(), 36);
        put(id, word);
        var acknowledged = System.nanoTime();
        while (!isFound(word)) {
            if (System.nanoTime() - acknowledged > PATIENCE_NANOS) {
                throw new IllegalStateException("an edit was never found");
            }
            Thread.sleep(pauseMillis);
        }
        return (System.nanoTime() - acknowledged) / 1e6;
    }

    private void put(UUID id, String name) throws IOException, InterruptedException {
        var body = "{\"id\": \"%s\", \"name\": \"%s\", \"status\": \"active\", \"location_policy\": \"public\"}";
        var request = HttpRequest.newBuilder(server.resolve("/services/" + id))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.formatted(id, name)));
        var first = send(request);
        // A record that is there already wants to be named in the state it was read in, or in whichever it is.
        var answer = first.statusCode() == 428 ? send(request.header("If-Match", "*")) : first;
        for (var tries = 0; answer.statusCode() == 503 && tries < MOST_TRIES; tries++) {
            Thread.sleep(PAUSE_MILLIS);
            answer = send(request);
        }
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.body());
        }
    }

    private boolean isFound(String word) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(server.resolve("/search?size=1&q=" + word)));
        return answer.body().contains("\"name\":\"" + word);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
