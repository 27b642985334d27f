package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.DatabaseOf;
import org.nowrongdoor.storage.postgres.RunningServer;

/** A record that ends the process, or stopped an older version, is no obstacle to the next start. */
class EndedProcessIT {

    private static final String KEY = "admin-key-of-at-least-32-characters";
    private static final UUID BAD = UUID.fromString("0b1f0c3e-1c1c-4f6e-9f0e-2d8f5a3c7b11");
    private static final UUID GOOD = UUID.fromString("0b1f0c3e-1c1c-4f6e-9f0e-2d8f5a3c7b12");

    @Test
    void whatWasAtWorkWhenTwoProcessesEndedIsSetAsideUntilItChanges() throws Exception {
        try (var server = RunningServer.onNewData().environment("DIRECTORY_ACCESS_ADMIN_KEY", KEY)) {
            server.start().awaitReady();
            put(server, BAD, "Heavy Door");
            put(server, GOOD, "Light Door");
            server.await("both to be found", () -> isFound(server, BAD) && isFound(server, GOOD));
            server.stop();

            leave(server, 1);
            server.start().awaitReady();
            assertTrue(isFound(server, BAD), "one end may have had another cause");
            server.stop();

            leave(server, 2);
            touch(server.start().awaitReady());
            server.await("it to be told", () -> faults(server).contains("ended_the_process"));
            assertFalse(isFound(server, BAD));
            assertTrue(isFound(server, GOOD));
            server.stop();

            touch(server.start().awaitReady());
            assertFalse(isFound(server, BAD), "it is not tried again as long as it is the same");

            send(server, "PATCH", BAD, "{\"alert\": \"Lighter now\"}", 200);
            server.await("it to be found", () -> isFound(server, BAD));
            server.await("nothing to be told", () -> !faults(server).contains("ended_the_process"));
        }
    }

    @Test
    void poisonOfAnOlderVersionIsHealedByAStart() throws Exception {
        try (var server = RunningServer.onNewData().environment("DIRECTORY_ACCESS_ADMIN_KEY", KEY)) {
            server.start().awaitReady();
            put(server, BAD, "Heavy Door");
            put(server, GOOD, "Light Door");
            execute(server, """
                    update service set body = body || '{"schedules": [{"id": "0b1f0c3e-1c1c-4f6e-9f0e-2d8f5a3c7b13",
                     "freq": "MONTHLY", "interval": 2147483647, "bymonthday": "31", "dtstart": "2020-01-31",
                     "opens_at": "09:00", "closes_at": "17:00"}]}'::jsonb where id = '%s'""".formatted(BAD));
            touch(server);
            server.kill();
            server.start().awaitReady();
            assertTrue(isFound(server, BAD));
            assertTrue(isFound(server, GOOD));
            assertTrue(faults(server).contains("out_of_bounds"), faults(server));
        }
    }

    private static void leave(RunningServer server, int tries) {
        new WorkLog(server.data().resolve("index-work")).begin(List.of(BAD), tries);
    }

    /** Has a service written again that has not changed. */
    private static void touch(RunningServer server) throws Exception {
        execute(
                server,
                "insert into change_log (size, entities, ids, ops, at) values (1, '{service}', array['" + BAD
                        + "']::uuid[], '{upsert}', now())");
        server.await("the change to be numbered", () -> {
            try (var connection = new DatabaseOf(server).connect();
                    var select = connection.createStatement();
                    var rows = select.executeQuery("select 1 from change_log where last_seq is null")) {
                return !rows.next();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private static void execute(RunningServer server, String sql) throws Exception {
        try (var connection = new DatabaseOf(server).connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void put(RunningServer server, UUID id, String name) throws Exception {
        send(server, "PUT", id, """
                {"id": "%s", "name": "%s", "status": "active", "phones": [{"number": "612-555-0199", "type": "voice"}],
                 "service_areas": [{"extent": "27", "extent_type": "text"}],
                 "organization": {"name": "Doors", "description": "Doors for everyone"}}""".formatted(id, name), 201);
    }

    private static void send(RunningServer server, String method, UUID id, String body, int status) throws Exception {
        var request = HttpRequest.newBuilder(server.uri("/services/" + id))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", method.equals("PUT") ? "application/json" : "application/merge-patch+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!method.equals("PUT")) {
            request.header("If-Match", "*");
        }
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(status, answer.statusCode(), answer.body());
    }

    private static boolean isFound(RunningServer server, UUID id) {
        try {
            return server.get("/search?q=door&size=100").body().contains(id.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static String faults(RunningServer server) {
        var request = HttpRequest.newBuilder(server.uri("/faults"))
                .header("Authorization", "Bearer " + KEY)
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
