package org.nowrongdoor.referral.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JksOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address that was checked is called, and the host of the URL has to prove itself there. */
class SenderTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<String> asked = new AtomicReference<>();
    private HttpServer server;
    private Sender sender;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        var store = folder.resolve("hooks.jks").toString();
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "hooks",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.example",
                        "-ext",
                        "san=dns:hooks.example",
                        "-validity",
                        "2",
                        "-storetype",
                        "JKS",
                        "-keystore",
                        store,
                        "-storepass",
                        "changeit",
                        "-keypass",
                        "changeit")
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        var key = new JksOptions().setPath(store).setPassword("changeit");
        server = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(key))
                .requestHandler(request -> {
                    asked.set(request.connection().indicatedServerName() + " " + request.authority());
                    request.response()
                            .setStatusCode(204)
                            .putHeader("retry-after", "120")
                            .end();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        sender = new Sender(vertx, Sender.options().setTrustOptions(key), Sender.WHOLE);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private DeliveryTarget target(String host) throws Exception {
        return new DeliveryTarget(
                URI.create("https://" + host + ":" + server.actualPort() + "/in?x=1"),
                InetAddress.getLoopbackAddress());
    }

    @Test
    void theHostIsNamedAndVerifiedThoughTheAddressIsPinned() throws Exception {
        assertEquals(
                new ReceiverResponse(204, "120"),
                sender.send(target("hooks.example"), new byte[] {'{', '}'}, Map.of()));
        assertEquals("hooks.example hooks.example:" + server.actualPort(), asked.get());
    }

    @Test
    void aHostThatCannotProveItselfIsToldNothing() throws Exception {
        var other = target("other.example");
        assertThrows(SendException.class, () -> sender.send(other, new byte[0], Map.of()));
        assertEquals(null, asked.get());
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        var strict = new Sender(vertx, Sender.options(), Sender.WHOLE);
        var target = target("hooks.example");
        assertThrows(SendException.class, () -> strict.send(target, new byte[0], Map.of()));
        assertEquals(null, asked.get());
    }

    @Test
    void anAttemptEndsInTimeAndIsCutOff() throws Exception {
        var hurried = new Sender(vertx, Sender.options(), Duration.ofMillis(500));
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = URI.create("http://hooks.example:" + mute.getLocalPort() + "/in");
            var attempt = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            hurried.send(
                                    new DeliveryTarget(url, InetAddress.getLoopbackAddress()), new byte[9], Map.of());
                            return "answered";
                        } catch (SendException e) {
                            return e.reason();
                        } catch (InterruptedException e) {
                            return "interrupted";
                        }
                    },
                    task -> new Thread(task, "attempt").start());
            try (var caller = mute.accept()) {
                assertEquals("no answer within 0 seconds", attempt.get(30, TimeUnit.SECONDS));
                caller.setSoTimeout(30_000);
                var heard = caller.getInputStream().readAllBytes();
                assertTrue(heard.length > 0, "it was sent, and nothing follows");
            }
        }
    }
}
