package org.nowrongdoor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nowrongdoor.storage.postgres.DatabaseOf;
import org.nowrongdoor.storage.postgres.RunningServer;

/** One of two packaged servers whose directories differ only in where hidden places are. */
final class TwinServer implements AutoCloseable {

    /** One request to both. */
    record Ask(String method, String path, Map<String, String> headers, String body) {

        static Ask get(String path, String... headers) {
            var map = new TreeMap<String, String>();
            for (int i = 0; i < headers.length; i += 2) {
                map.put(headers[i], headers[i + 1]);
            }
            return new Ask("GET", path, map, "");
        }

        static Ask post(String path, String accept, String body) {
            return new Ask("POST", path, Map.of("Content-Type", "application/json", "Accept", accept), body);
        }
    }

    /** What came back, without what is of the moment.
     *  @param body one character for each byte */
    record Said(int status, Map<String, List<String>> headers, String body, long nanos) {

        boolean isLike(Said other) {
            return status == other.status && headers.equals(other.headers) && body.equals(other.body);
        }

        String text() {
            return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    static {
        // Both are called the same, however many ports there are.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    static final String ADMIN = "nwd_key-of-the-attack-drill";

    private static final String FOLLOWED =
            "(select seq from touch_position)" + " >= coalesce(max(last_seq) filter (where not derived), 0)";

    private static final List<String> OF_THE_MOMENT = List.of("date", "ratelimit");

    private final RunningServer server = RunningServer.onNewData()
            .environment("DIRECTORY_ACCESS_ADMIN_KEY", ADMIN)
            .environment("DIRECTORY_ACCESS_MASTER_KEY", "the-same-master-key-for-both-of-them")
            .property("quarkus.log.level", "WARN")
            .property("directory.access.key-per-minute", "100000000")
            // Else how fast each of them takes an import in would tell them apart.
            .property("directory.exchange.batch-rows", "20")
            .property("directory.access.anonymous-per-minute", "100000000");
    private final StringBuilder derived = new StringBuilder();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TwinServer() throws IOException {}

    /** Takes in a directory and makes all its times one: only the moment of loading would tell the two apart.
     *  @param published places that are public at first */
    void load(String ndjson, List<HiddenPlaces> published) throws IOException, SQLException {
        server.start().awaitReady();
        // How far the job had come by itself would move the bounds of its batches.
        await("what the start brought to be followed", FOLLOWED);
        try (var apart = new DatabaseOf(server).connect()) {
            holdBack(apart);
            takeIn(ndjson, published);
            await("every change to have its place", "true");
        }
        await("what shows the changes to be told of", FOLLOWED);
        oneMoment();
        server.stop();
        try (var files = Files.walk(server.data().resolve("index"))) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        start();
    }

    private void takeIn(String ndjson, List<HiddenPlaces> published) {
        var run = send("POST", "/imports", "application/x-ndjson", ndjson);
        var location =
                URI.create(run.headers().firstValue("Location").orElseThrow()).getPath();
        server.await("the import to end", () -> !ask(admin(location)).text().matches("(?s).*\"(queued|running)\".*"));
        assertTrue(
                ask(admin(location)).text().contains("\"completed\""),
                ask(admin(location)).text());
        for (var place : published) {
            var path = "/services/" + place.service();
            var opened = place.json().replace(place.policy(), "public");
            assertEquals(201, send("PUT", path, "application/json", opened).statusCode());
            var tightened = json("{'location_policy': '%s'}", place.policy());
            assertEquals(
                    200,
                    send("PATCH", path, "application/merge-patch+json", tightened)
                            .statusCode());
        }
    }

    void start() throws IOException {
        server.start().awaitReady();
    }

    void stop() {
        server.stop();
    }

    /** Makes the job that follows the changes wait for the end of a connection: it then goes through all in one order. */
    private static void holdBack(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select seq from touch_position for update");
        }
    }

    private void await(String what, String condition) {
        server.await(what, () -> {
            try (var connection = new DatabaseOf(server).connect();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select count(*) = count(last_seq) and " + condition + " from change_log")) {
                return row.next() && row.getBoolean(1);
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void oneMoment() throws IOException, SQLException {
        try (var connection = new DatabaseOf(server).connect();
                var columns = connection.createStatement();
                var update = connection.createStatement()) {
            var found = columns.executeQuery("select quote_ident(table_name), quote_ident(column_name)"
                    + " from information_schema.columns where table_schema = 'public'"
                    + " and data_type = 'timestamp with time zone'"
                    + " and table_name in ('service', 'organization', 'location', 'service_at_location', 'taxonomy',"
                    + " 'taxonomy_term', 'history', 'change_log', 'touched')");
            // How the job that follows the changes groups what shows them is a matter of the moment too.
            var told = update.executeQuery("select distinct e.entity::text || ' ' || e.id::text from change_log l,"
                    + " unnest(l.entities, l.ids) as e(entity, id) where l.derived order by 1");
            while (told.next()) {
                derived.append("derived ").append(told.getString(1)).append('\n');
            }
            update.executeUpdate("delete from change_log where derived");
            while (found.next()) {
                update.executeUpdate("update " + found.getString(1) + " set " + found.getString(2)
                        + " = '2026-05-01T12:00:00Z' where " + found.getString(2) + " is not null");
            }
        }
    }

    /** Every row of the records and of what is known of their past. */
    String rows() throws IOException, SQLException {
        var text = new StringBuilder(derived);
        try (var connection = new DatabaseOf(server).connect();
                var statement = connection.createStatement()) {
            for (var table :
                    List.of("organization", "service", "location", "service_at_location", "history", "change_log")) {
                var rows = statement.executeQuery(
                        "select (to_jsonb(t) - 'version' - 'ticket')::text from " + table + " t order by 1");
                while (rows.next()) {
                    text.append(table).append(rows.getString(1)).append('\n');
                }
            }
        }
        return text.toString().replaceAll("(last_modified\\W+)[\\w:.+-]+", "$1");
    }

    private HttpResponse<String> send(String method, String path, String mediaType, String body) {
        var request = HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + ADMIN)
                .header("Content-Type", mediaType)
                .method(method, BodyPublishers.ofString(body));
        if (method.equals("PATCH")) {
            request.header("If-Match", "*");
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static Ask admin(String path) {
        return Ask.get(path, "Authorization", "Bearer " + ADMIN);
    }

    Said ask(Ask ask) {
        var request = HttpRequest.newBuilder(server.uri(ask.path()))
                .timeout(Duration.ofSeconds(60))
                .header("Host", "directory.example")
                .method(
                        ask.method(),
                        ask.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(ask.body()));
        ask.headers().forEach(request::header);
        var built = request.build();
        try {
            var start = System.nanoTime();
            var answer = client.send(built, BodyHandlers.ofByteArray());
            var nanos = System.nanoTime() - start;
            var headers = new TreeMap<>(answer.headers().map());
            headers.keySet().removeAll(OF_THE_MOMENT);
            return new Said(
                    answer.statusCode(), headers, new String(answer.body(), StandardCharsets.ISO_8859_1), nanos);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(ask.toString(), e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
