package org.nowrongdoor.referral.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.referral.webhook.HookReceiver.await;
import static org.nowrongdoor.referral.webhook.HooksForTests.ADMIN;
import static org.nowrongdoor.referral.webhook.HooksForTests.deliveries;
import static org.nowrongdoor.referral.webhook.HooksForTests.subscribe;
import static org.nowrongdoor.referral.webhook.HooksForTests.with;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SmallServer;

/** Two nodes think that it is theirs to send, because one has lost its right and has not noticed. The server of the test
 *  is one of them; the test does what the other would. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(SmallServer.class)
@SuppressWarnings("NullAway.Init")
class DeliveryJobTest {

    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);
    private HookReceiver receiver;
    private String hook;

    @Inject
    ReferralRows referrals;

    @Inject
    Deliveries deliveries;

    @Inject
    DeliveryAttempt postman;

    @BeforeEach
    void open() throws Exception {
        receiver = new HookReceiver();
        hook = subscribe(ADMIN, receiver.url("/in")).getString("id");
    }

    @AfterEach
    void close() {
        held.countDown();
        with(ADMIN).delete("/webhooks/" + hook);
        receiver.close();
    }

    /** The first message as another node has it from its own look into the store. */
    private Delivery seenElsewhere(UUID referral) {
        var id = deliveries(hook, "pending").stream()
                .filter(one -> one.get("message").toString().contains("no=1"))
                .map(one -> UUID.fromString(one.get("id").toString()))
                .findFirst()
                .orElseThrow();
        var secret = "";
        var body = json("{'data': {'id': '%s', 'no': 1}, 'from': 'elsewhere'}", referral);
        return new Delivery(
                id,
                UUID.fromString(hook),
                referral,
                receiver.url("/elsewhere"),
                secret,
                body,
                0,
                Instant.now(),
                UUID.randomUUID());
    }

    private UUID heldBack() throws Exception {
        receiver.answering(json -> {
            if (json.path("data").path("no").asInt() == 1) {
                reached.countDown();
                try {
                    held.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    return 500;
                }
            }
            return 204;
        });
        var referral = referrals.referral(null, null);
        referrals.event(referral, 2, "requested", "accepted");
        assertTrue(reached.await(60, TimeUnit.SECONDS), "the first is under way");
        return referral;
    }

    private List<Integer> told() {
        return receiver.taken().stream().map(HookReceiver.Received::no).collect(Collectors.toList());
    }

    @Test
    void whatIsInOneHandIsNotTakenByAnother() throws Exception {
        var referral = heldBack();
        var elsewhere = seenElsewhere(referral);
        assertFalse(deliveries.claim(elsewhere), "it is under way");
        postman.carry(elsewhere);
        deliveries.delivered(elsewhere, "204");
        assertEquals(2, deliveries(hook, "pending").size(), "nobody else may say that it was told");
        held.countDown();
        await("both", () -> deliveries(hook, "delivered").size() == 2);
        assertEquals(List.of(1, 2), told());
        postman.carry(elsewhere);
        assertEquals(List.of(1, 2), told(), "what was told is not told by one who comes late");
    }

    @Test
    void whoHasLostTheMessageCannotSpeakForIt() throws Exception {
        var referral = heldBack();
        var elsewhere = seenElsewhere(referral);
        referrals.letGo(elsewhere.id());
        assertTrue(deliveries.claim(elsewhere), "its time is over");
        held.countDown();
        await("the first answer", () -> told().contains(1));
        deliveries.failed(elsewhere, DeliveryFailure.of("lost"));
        var first = deliveries(hook, "pending").stream()
                .filter(one -> one.get("id").equals(elsewhere.id().toString()))
                .findFirst()
                .orElseThrow();
        assertEquals("lost", first.get("last_answer"), "the hand that has it says how it went");
        assertEquals(1, first.get("attempts"));
    }

    @Test
    void aHandHasLongerThanAnAttemptCanTake() {
        assertTrue(Deliveries.CLAIM.compareTo(Sender.WHOLE.plus(DeliveryAttempt.START)) > 0);
    }
}
