package org.nowrongdoor.exchange.removal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nowrongdoor.storage.postgres.RunningServer;
import org.nowrongdoor.support.FileBytes;
import org.nowrongdoor.support.RemovableService;

/** A server that is killed while it removes something has, after the next start, either not begun or left nothing. */
class KilledRemovalIT {

    private static final String KEY = "nwd_key-of-the-removal-drill";
    private static final int ROUNDS = Integer.getInteger("removal.rounds", 2);
    // 60 ms: a removal takes about half as long, so that kills fall before, within and after it.
    private static final int MOST_MILLIS = 60;

    private final HttpClient http = HttpClient.newHttpClient();

    enum Deed {
        DECLINE,
        DELETE,
        CONFIDENTIAL,
        HIDDEN_LOCATION
    }

    @ParameterizedTest
    @EnumSource
    void aKillLeavesNothingOfWhatIsRemoved(Deed deed) throws Exception {
        try (var server = RunningServer.onNewData()
                .environment("DIRECTORY_ACCESS_ADMIN_KEY", KEY)
                .property("directory.removal.sweep-every", "1s")) {
            server.start().awaitReady();
            for (int round = 0; round < ROUNDS; round++) {
                var haven = new RemovableService(ThreadLocalRandom.current().nextInt(10_000, 90_000));
                store(server, haven);
                var link = link(server, haven);
                var done = CompletableFuture.runAsync(() -> quietly(() -> act(server, deed, haven, link)));
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(MOST_MILLIS));
                server.kill();
                var isAnswered = done.isDone() && !done.isCompletedExceptionally();
                server.start().awaitReady();
                var shown = ask(server, "GET", haven.path("service"), "").body();
                if (shown.contains(haven.street())) {
                    assertTrue(!isAnswered, "the deed was answered and is not done");
                    assertEquals(2, act(server, deed, haven, link).statusCode() / 100);
                }
                assertGone(server, haven, deed);
            }
        }
    }

    private void assertGone(RunningServer server, RemovableService haven, Deed deed) throws Exception {
        var isWhole = deed == Deed.DECLINE || deed == Deed.DELETE;
        var texts = isWhole ? haven.everything() : haven.address();
        for (var path : List.of(
                haven.path("service"),
                haven.path("service") + "/history",
                haven.path("location"),
                haven.path("location") + "/history",
                haven.path("organization") + "/history",
                haven.path("service_at_location"),
                "/services/" + haven.id("sibling"),
                "/services/" + haven.id("sibling") + "/history",
                "/fhir/Location/" + haven.id("location"),
                "/search?q=Haven&size=100",
                "/services?full=true")) {
            var text = ask(server, "GET", path, "").body();
            texts.forEach(piece -> assertTrue(!text.contains(piece), path + " tells " + piece + ": " + text));
        }
        server.await(
                "the files to be swept",
                () -> FileBytes.find(server.data(), texts).isEmpty());
    }

    private void store(RunningServer server, RemovableService haven) throws Exception {
        assertEquals(
                201,
                ask(server, "PUT", haven.path("service"), haven.service("")).statusCode());
        assertEquals(
                201,
                ask(server, "PUT", "/services/" + haven.id("sibling"), haven.sibling())
                        .statusCode());
        server.await(
                "the service to be found",
                () -> quietly(() -> ask(server, "GET", "/search?q=Haven&size=100", ""))
                        .body()
                        .contains(haven.id("service").toString()));
    }

    private String link(RunningServer server, RemovableService haven) throws Exception {
        var made = ask(server, "POST", haven.path("service") + "/invitations", "{}")
                .body();
        return made.replaceFirst("(?s).*(/provider/[^/]+)/page.*", "$1");
    }

    private HttpResponse<String> act(RunningServer server, Deed deed, RemovableService haven, String link)
            throws Exception {
        return switch (deed) {
            case DECLINE -> ask(server, "POST", link + "/decline", json("{'confirm': true}"));
            case DELETE -> ask(server, "DELETE", haven.path("service"), "");
            case CONFIDENTIAL ->
                ask(server, "PATCH", haven.path("service"), json("{'location_policy': 'confidential'}"));
            case HIDDEN_LOCATION -> ask(server, "PATCH", haven.path("location"), json("{'location_policy': 'hidden'}"));
        };
    }

    private interface Call<T> {
        T run() throws Exception;
    }

    private static <T> T quietly(Call<T> call) {
        try {
            return call.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> ask(RunningServer server, String method, String path, String body)
            throws IOException, InterruptedException {
        var type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        var request = HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (method.equals("PATCH") || method.equals("DELETE")) {
            request.header("If-Match", "*");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
