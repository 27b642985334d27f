package org.nowrongdoor.drill;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** Reads everything that can be read of a directory with hidden places, and looks for a trace of them. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(SafetyWalkTest.Logged.class)
@SuppressWarnings("NullAway.Init")
class SafetyWalkTest {

    private static final Path LOG = Path.of("target/safety-walk.log");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int FEW = 4;

    /** Writes the log to a file of its own. */
    public static class Logged implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.log.category.\"org.nowrongdoor\".level", "DEBUG",
                    "quarkus.log.file.enabled", "true",
                    "quarkus.log.file.path", LOG.toString(),
                    "quarkus.log.file.level", "ALL");
        }
    }

    private static @Nullable HiddenDirectory stored;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    DataSource source;

    @ConfigProperty(name = "directory.data")
    Path data;

    @BeforeEach
    void store() {
        if (stored == null) {
            stored = HiddenDirectory.store();
        }
    }

    private HttpResponse<byte[]> ask(String path, String key, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(60));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    @Test
    void nothingThatCanBeReadTellsWhereAHiddenPlaceIs() {
        var directory = stored == null ? HiddenDirectory.store() : stored;
        var gets = new EveryGet(given().get("/q/openapi?format=json").asString());
        var reached = new TreeSet<String>();
        var traces = new TreeMap<String, String>();
        var isSeen = false;
        for (var endpoint : gets.endpoints()) {
            var keys = gets.isKeyed(endpoint)
                    ? List.of(HiddenDirectory.ADMIN, directory.partner())
                    : List.of("", HiddenDirectory.ADMIN);
            var names = directory.names(endpoint);
            names.addAll(idsAbove(endpoint, keys));
            for (var one : gets.asks(endpoint, names)) {
                for (var key : keys) {
                    var answer = ask(one.path(), key, "Accept", one.accept());
                    if (answer.statusCode() == 200) {
                        reached.add(endpoint);
                    } else if (answer.statusCode() >= 500) {
                        traces.putIfAbsent("failed " + endpoint, one.toString());
                    }
                    var text = answer.headers().map() + "\n" + text(answer.body());
                    isSeen |= text.contains(HiddenDirectory.PUBLIC.house() + " " + HiddenDirectory.PUBLIC.street());
                    trace(text).ifPresent(trace -> traces.putIfAbsent(endpoint, one + " told " + trace));
                    answer.headers().firstValue("ETag").ifPresent(tag -> {
                        var again = ask(one.path(), key, "Accept", one.accept(), "If-None-Match", tag);
                        trace(again.headers().map().toString())
                                .ifPresent(trace -> traces.putIfAbsent("again " + endpoint, trace));
                    });
                }
            }
        }
        assertEquals(Map.of(), traces);
        assertTrue(isSeen, "the walk did not even see a public address");
        assertEquals(Set.copyOf(gets.endpoints()), reached, "store what these need in HiddenDirectory");
    }

    /** A few ids that the list above an endpoint names. */
    private List<String> idsAbove(String endpoint, List<String> keys) {
        var brace = endpoint.indexOf("/{");
        if (brace < 1) {
            return List.of();
        }
        var ids = new LinkedHashSet<String>();
        for (var key : keys) {
            var found = ID.matcher(text(ask(endpoint.substring(0, brace), key).body()));
            for (int i = 0; i < FEW && found.find(); i++) {
                ids.add(found.group());
            }
        }
        return List.copyOf(ids);
    }

    @Test
    void nothingIsSaidOfThemInTheLog() throws IOException {
        var log = Files.readString(LOG);
        assertTrue(log.contains("PUT /services/{id}"), "the access log is not there");
        assertEquals(Optional.empty(), trace(log));
    }

    @Test
    void noTableHoldsThem() throws SQLException {
        var text = new StringBuilder();
        try (var connection = source.getConnection();
                var tables = connection.createStatement();
                var rows = connection.createStatement()) {
            var names = tables.executeQuery("select quote_ident(tablename) from pg_tables where schemaname = 'public'");
            while (names.next()) {
                var row = rows.executeQuery("select t::text from " + names.getString(1) + " t");
                while (row.next()) {
                    text.append(row.getString(1)).append('\n');
                }
            }
        }
        assertTrue(text.indexOf(HiddenDirectory.PUBLIC.street()) > 0, "the tables were not read");
        assertEquals(Optional.empty(), trace(text.toString()));
    }

    @Test
    void theIndexDoesNotHoldThem() {
        var index = IndexText.whileWritten(data.resolve("index"));
        for (long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                System.nanoTime() < until
                        && (trace(index.text()).isPresent() || !near(index, HiddenDirectory.PUBLIC)); ) {
            index = IndexText.whileWritten(data.resolve("index"));
        }
        assertEquals(Optional.empty(), trace(index.text()));
        assertTrue(
                index.text().contains(HiddenDirectory.PUBLIC.street().toLowerCase(Locale.ROOT)),
                "the index was not read");
        assertTrue(near(index, HiddenDirectory.PUBLIC), "the points were not read");
        for (var hidden : HiddenDirectory.hidden()) {
            assertTrue(!near(index, hidden), hidden + " is in the index");
        }
    }

    private static boolean near(IndexText index, HiddenPlaces place) {
        return index.points().stream()
                .anyMatch(point -> Math.abs(point[0] - place.latitude()) < 0.0005
                        && Math.abs(point[1] - place.longitude()) < 0.0005);
    }

    /** The first trace in a text. */
    private static Optional<String> trace(String text) {
        for (var hidden : HiddenDirectory.hidden()) {
            for (var canary : hidden.canaries()) {
                var found = Pattern.compile(
                                "(?<![\\w.-])" + Pattern.quote(canary) + "(?![\\w-])", Pattern.CASE_INSENSITIVE)
                        .matcher(text);
                if (found.find()) {
                    var at = found.start();
                    return Optional.of(canary + " of " + hidden + ": "
                            + text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60)));
                }
            }
        }
        return Optional.empty();
    }

    private static String text(byte[] body) {
        if (body.length < 4 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
