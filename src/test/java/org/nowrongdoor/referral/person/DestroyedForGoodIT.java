package org.nowrongdoor.referral.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.DatabaseOf;
import org.nowrongdoor.storage.postgres.RunningServer;

/** After consent has ended, every file is read byte by byte: neither the person nor what she was sealed into is there,
 *  in tables, in the write-ahead log, in the index, in any log. */
class DestroyedForGoodIT {

    private static final String KEY = "nwd_key-of-the-byte-search";
    private static final String CANARY = "c4n4ry";
    private static final UUID DOOR = UUID.nameUUIDFromBytes(new byte[] {2});

    // Long enough to be of no other, short enough that a page's edge cannot hide all pieces.
    private static final int PIECE = 24;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void noByteOfAPersonOutlivesHerConsent() throws Exception {
        try (var server = RunningServer.onNewData()
                .environment("DIRECTORY_ACCESS_ADMIN_KEY", KEY)
                .property("directory.referral.clock-every", "1s")
                .property("directory.referral.sweep-every", "1s")) {
            server.start().awaitReady();
            ask(server, "PUT", "/services/" + DOOR, json("{'id': '%s', 'name': 'A door', 'status': 'active'}", DOOR));
            var withdrawn = send(server, Duration.ofDays(1));
            send(server, Duration.ofSeconds(15));
            var pieces = sealed(server);
            assertTrue(pieces.size() > 8, "both are in the vault");
            assertTrue(found(server.data(), pieces), "what is in the vault is found in its files");
            assertEquals(
                    204, ask(server, "DELETE", "/referrals/" + withdrawn, "").statusCode());
            server.await("the vault to be empty", () -> sealed(server).isEmpty());
            server.await("the files to be swept", () -> !found(server.data(), pieces));
            assertFalse(found(server.data(), List.of(CANARY)), "a file holds the person");
            assertFalse(server.output().contains(CANARY), "the log holds the person");
            for (var path : List.of("/referrals", "/changes", "/services", "/referrals/" + withdrawn, "/q/metrics")) {
                assertFalse(ask(server, "GET", path, "").body().contains(CANARY), path);
            }
            server.stop();
            assertFalse(found(server.data(), pieces), "stopping wrote it again");
            assertFalse(found(server.data(), List.of(CANARY)), "stopping wrote the person");
        }
    }

    private String send(RunningServer server, Duration consent) throws Exception {
        var body = """
                {"service_id": "%s", "person": {"alias": "%2$s", "note": "%2$s %2$s", "contact": [{"channel": "phone", "value": "%2$s"}]},
                 "consent": {"given_by": "%2$s", "method": "verbal", "to": "%2$s", "purpose": "%2$s", "expires_at": "%3$s"}}""".formatted(DOOR, CANARY, Instant.now().plus(consent));
        var sent = ask(server, "POST", "/referrals", body);
        assertEquals(201, sent.statusCode(), sent.body());
        var id = new ObjectMapper().readTree(sent.body()).path("id").asText();
        assertTrue(ask(server, "GET", "/referrals/" + id, "").body().contains(CANARY), "she is known while she agrees");
        return id;
    }

    /** Pieces of everything that is sealed, and of the keys that it is sealed with. */
    private static List<String> sealed(RunningServer server) {
        try (var connection = new DatabaseOf(server).connect();
                var select = connection.createStatement();
                var rows = select.executeQuery("select wrapped_key, sealed from person_vault")) {
            var pieces = new ArrayList<String>();
            while (rows.next()) {
                for (int column = 1; column <= 2; column++) {
                    var bytes = rows.getBytes(column);
                    for (int at = 0; at + PIECE <= bytes.length; at += PIECE) {
                        pieces.add(new String(Arrays.copyOfRange(bytes, at, at + PIECE), StandardCharsets.ISO_8859_1));
                    }
                }
            }
            return pieces;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean found(Path folder, List<String> pieces) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, pieces));
        } catch (IOException | UncheckedIOException e) {
            // A file that went away under the walk: look again.
            return true;
        }
    }

    private static boolean holds(Path file, List<String> pieces) {
        try {
            var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return pieces.stream().anyMatch(text::contains);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> ask(RunningServer server, String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.uri(path))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
