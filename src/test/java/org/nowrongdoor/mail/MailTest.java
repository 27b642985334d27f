package org.nowrongdoor.mail;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SettableClock;

/** Mail that a real SMTP server takes, now or later. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(MailTest.WithMail.class)
class MailTest {

    private static final int PORT = freePort();

    /** An SMTP server is configured, whether it runs or not. */
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
    private final UUID service = UUID.randomUUID();

    @Inject
    SettableClock clock;

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @AfterEach
    void stop() {
        clock.reset();
        server.stop();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from mail_outbox").executeUpdate());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2("nwd_admin-of-the-tests").contentType("application/json");
    }

    private void storeService() {
        admin().body("""
                {"id": "%s", "name": "Mailed door", "status": "active", "email": "desk@provider.example",
                 "organization": {"id": "%s", "name": "Mailed house", "description": "It helps."}}""".formatted(service, UUID.randomUUID()))
                .put("/services/" + service)
                .then()
                .statusCode(201);
    }

    private String refer() {
        var answer = admin().body(json("{'service_id': '%s'}", service)).post("/referrals");
        assertEquals(201, answer.statusCode(), answer.asString());
        assertNull(answer.path("answer_url"), "the link goes to the provider and to nobody else");
        return answer.path("id");
    }

    private long waiting() {
        return ((Number) entities.createNativeQuery("select count(*) from mail_outbox")
                        .getSingleResult())
                .longValue();
    }

    private long tried() {
        return ((Number) entities.createNativeQuery("select count(*) from mail_outbox where attempts > 0")
                        .getSingleResult())
                .longValue();
    }

    private void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited in vain for " + what);
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void aReferralIsTakenThoughTheServerIsDownAndTheLinkArrivesLater() throws Exception {
        storeService();
        refer();
        await("a first attempt", () -> tried() == 1);
        var stored = String.valueOf(entities.createNativeQuery("select encode(sealed, 'escape') from mail_outbox")
                .getSingleResult());
        assertFalse(stored.contains("provider.example") || stored.contains("/answer/"), stored);
        server.start();
        clock.advance(Duration.ofHours(2));
        await("the mail", () -> server.getReceivedMessages().length == 1 && waiting() == 0);
        var mail = server.getReceivedMessages()[0];
        assertEquals("A message for you / Un mensaje para usted", mail.getSubject());
        assertEquals("desk@provider.example", mail.getAllRecipients()[0].toString());
        assertEquals("directory@nwd.example", mail.getFrom()[0].toString());
        var text = GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
        assertTrue(text.contains("https://directory.example/answer/"), text);
        assertFalse(text.contains("Mailed door") || text.contains("Mailed house"), text);
        assertTrue(text.contains("Alguien espera su respuesta"), text);
        var token = text.replaceFirst("(?s).*?/answer/([A-Za-z0-9_-]+).*", "$1");
        given().accept("application/json").get("/answer/" + token).then().statusCode(200);
    }

    @Test
    void anInvitationIsMailedAndNotTold() {
        server.start();
        storeService();
        var answer =
                admin().body(json("{'email': 'owner@provider.example'}")).post("/services/" + service + "/invitations");
        answer.then().statusCode(201);
        assertTrue((boolean) answer.path("mailed"));
        assertNull(answer.path("url"));
        await("the mail", () -> server.getReceivedMessages().length == 1);
        var text = GreenMailUtil.getBody(server.getReceivedMessages()[0])
                .replace("=\r\n", "")
                .replace("=3D", "=");
        var token = text.replaceFirst("(?s).*?/provider/([A-Za-z0-9_-]+).*", "$1");
        given().get("/provider/" + token).then().statusCode(200);
    }

    @Test
    void oneMailIsInOneHandAtATime() {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.put(LinkMail.ANSWER, "desk@provider.example", "https://directory.example/answer/x"));
        // The job may have it in hand already; it fails, for no server runs.
        await("an attempt of the job", () -> tried() == 1);
        clock.advance(Duration.ofDays(1));
        var due = new ArrayList<Outbox.Due>();
        for (int i = 0; i < 4; i++) {
            due.addAll(outbox.listDue(10));
        }
        var claimed = due.stream().filter(outbox::claim).toList();
        assertTrue(claimed.size() <= 1, claimed.size() + " have it in hand");
        claimed.forEach(mine -> due.stream()
                .filter(other -> !other.claim().equals(mine.claim()))
                .forEach(other -> {
                    outbox.sent(other);
                    assertEquals(1, waiting(), "what another has in hand is not mine to end");
                }));
    }

    @Test
    void whatIsNoAddressIsNotMailed() {
        storeService();
        var answer = admin().body("{\"email\": \"a@b.example\\r\\nBcc: c@d.example\"}")
                .post("/services/" + service + "/invitations");
        answer.then().statusCode(201);
        assertFalse((boolean) answer.path("mailed"));
        assertEquals(0, waiting());
    }

    @Test
    void oneThatFailsKeepsNoOtherWaiting() throws Exception {
        server.start();
        // Refused by the server at every attempt, while the other is taken.
        server.getManagers().getUserManager().setMessageDeliveryHandler((message, mailAddress) -> {
            if (mailAddress.getEmail().startsWith("full@")) {
                throw new UserException("mailbox full");
            }
            var users = server.getManagers().getUserManager();
            var known = users.getUserByEmail(mailAddress.getEmail());
            return known == null
                    ? users.createUser(mailAddress.getEmail(), mailAddress.getEmail(), mailAddress.getEmail())
                    : known;
        });
        storeService();
        waitsWithAnotherKey();
        invite("full@provider.example");
        invite("owner@provider.example");
        await("the third mail", () -> arrivedAt("owner@provider.example"));
        await("both attempts", () -> tried() == 2);
    }

    private boolean arrivedAt(String address) {
        return Arrays.stream(server.getReceivedMessages()).anyMatch(mail -> {
            try {
                return mail.getAllRecipients()[0].toString().equals(address);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void invite(String address) {
        admin().body(json("{'email': '%s'}", address))
                .post("/services/" + service + "/invitations")
                .then()
                .statusCode(201)
                .body("mailed", equalTo(true));
    }

    /** A row that no one here can open, due before all others. */
    private void waitsWithAnotherKey() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "insert into mail_outbox (id, kind, sealed, since, next_attempt_at)"
                                        + " values (gen_random_uuid(), 'ANSWER', cast('of another key' as bytea), :now,"
                                        + " cast(:now as timestamptz) - interval '1 hour')")
                        .setParameter("now", clock.instant())
                        .executeUpdate());
    }

    @Test
    void whatIsGivenUpIsCountedWithoutSayingWhatItWas() {
        storeService();
        refer();
        await("a first attempt", () -> tried() == 1);
        clock.advance(Duration.ofDays(4));
        await("the end", () -> waiting() == 0);
        var line = given().auth()
                .oauth2("nwd_admin-of-the-tests")
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(one -> one.startsWith("directory_mail_dead_letters_total"))
                .findFirst()
                .orElseThrow();
        assertTrue(line.matches("directory_mail_dead_letters_total [0-9.E]+"), line);
        assertFalse(line.endsWith(" 0.0"), line);
    }
}
