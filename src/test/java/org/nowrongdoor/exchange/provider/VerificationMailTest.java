package org.nowrongdoor.exchange.provider;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.Json.json;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SettableClock;

/** Providers are mailed their link when a check is due, by a real SMTP server: few a day, and none twice. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(VerificationMailTest.WithMail.class)
class VerificationMailTest {

    private static final int PORT = freePort();

    /** An SMTP server is configured. */
    public static class WithMail implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.mailer.host",
                    "127.0.0.1",
                    "quarkus.mailer.port",
                    String.valueOf(PORT),
                    "quarkus.mailer.from",
                    "directory@nwd.example",
                    "directory.referral.public-url",
                    "https://directory.example");
        }
    }

    private final GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Inject
    VerificationReminderJob job;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager entities;

    @BeforeEach
    void begin() {
        server.start();
        write("delete from verification_reminder");
        write("update service set status = 'DEFUNCT'");
    }

    @AfterEach
    void stop() {
        clock.reset();
        server.stop();
        write("delete from mail_outbox");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private static UUID store(String email) {
        var id = UUID.randomUUID();
        put("/services/" + id, json("{'name': 'Mailed', 'status': 'active', 'email': '%s'}", email))
                .then()
                .statusCode(201);
        return id;
    }

    private void awaitMails(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (server.getReceivedMessages().length < count) {
            assertTrue(System.nanoTime() < deadline, "waited in vain for mail " + count);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private String textTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .map(mail -> GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "="))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProviderIsMailedItsLinkAndChecksItsEntryByIt() throws InterruptedException {
        var id = store("desk@provider.example");
        assertEquals(1, job.remind(10));
        awaitMails(1);
        var text = textTo("desk@provider.example");
        assertTrue(text.contains("still right"), text);
        assertFalse(text.contains("Mailed"), "the mail says nothing of whom it is about");
        var token = text.replaceFirst("(?s).*?https://directory.example/provider/([A-Za-z0-9_-]+)/page.*", "$1");
        given().post("/provider/" + token + "/verifications")
                .then()
                .statusCode(201)
                .body("service_id", equalTo(id.toString()));
        assertEquals(0, job.remind(10));
        List<String> deeds = editor().get("/audit?limit=1000").path("entries.findAll { it.id == '" + id + "' }.action");
        assertTrue(deeds.contains("remind"), deeds.toString());
    }

    @Test
    void aDayBringsSoManyAndNoMore() {
        for (int i = 0; i < 5; i++) {
            store("desk" + i + "@provider.example");
        }
        assertEquals(3, job.remind(3));
        assertEquals(0, job.remind(3));
        clock.advance(Duration.ofDays(1));
        assertEquals(2, job.remind(3));
    }

    @Test
    void oneAddressIsMailedOnceADay() {
        store("desk@provider.example");
        store("DESK@provider.example");
        assertEquals(1, job.remind(10));
        assertEquals(0, job.remind(10));
        clock.advance(Duration.ofDays(1));
        assertEquals(1, job.remind(10));
    }

    @Test
    void nodesThatRunAtOnceMailNoOneTwice() throws Exception {
        for (int i = 0; i < 20; i++) {
            store("desk" + i + "@provider.example");
        }
        var sent = new ArrayList<Integer>();
        var nodes = Executors.newFixedThreadPool(4);
        try {
            for (var node : nodes.invokeAll(List.<Callable<Integer>>of(
                    () -> job.remind(15), () -> job.remind(15), () -> job.remind(15), () -> job.remind(15)))) {
                sent.add(node.get());
            }
        } finally {
            nodes.shutdown();
        }
        assertEquals(15, sent.stream().mapToInt(Integer::intValue).sum());
        awaitMails(15);
        var addresses = new ArrayList<String>();
        for (var mail : server.getReceivedMessages()) {
            addresses.add(mail.getAllRecipients()[0].toString());
        }
        assertEquals(addresses.stream().distinct().count(), addresses.size());
    }

    @Test
    void afterThreeRemindersNoOneNagsUntilTheNextCheckRunsOut() {
        var id = store("desk@provider.example");
        for (int i = 0; i < 3; i++) {
            assertEquals(1, job.remind(10));
            clock.advance(Duration.ofDays(29));
            assertEquals(0, job.remind(10));
            clock.advance(Duration.ofDays(1));
        }
        assertEquals(0, job.remind(10));
        editor().contentType("application/json")
                .body(json("{'method': 'phone', 'role': 'editor'}"))
                .post("/services/" + id + "/verifications")
                .then()
                .statusCode(201);
        assertEquals(0, job.remind(10));
        clock.advance(Duration.ofDays(366));
        assertEquals(1, job.remind(10));
    }

    @Test
    void whatIsNoAddressIsNotMailedAndHoldsNoOneUp() {
        var id = store("a@b.example");
        // As an older version may have stored it.
        write("update service set body = jsonb_set(body, '{email}', '\"a@b.example, c@d.example\"') where id = '" + id
                + "'");
        store("desk@provider.example");
        assertEquals(1, job.remind(10));
    }

    @Test
    void nothingIsMailedUnlessAnOperatorSaysSo() throws InterruptedException {
        store("desk@provider.example");
        job.run();
        TimeUnit.MILLISECONDS.sleep(200);
        assertEquals(
                0L,
                ((Number) entities.createNativeQuery("select count(*) from verification_reminder")
                                .getSingleResult())
                        .longValue());
    }
}
