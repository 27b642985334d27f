package org.nowrongdoor.referral.webhook;

import jakarta.inject.Singleton;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jboss.logging.Logger;

/** Carries one message: finds the way, signs, sends, and notes how it went. */
@Singleton
class DeliveryAttempt {

    private static final Logger LOG = Logger.getLogger(DeliveryAttempt.class);

    /** How long it may take from taking a message in hand to sending it. */
    static final Duration START = Duration.ofSeconds(10);

    private final TargetResolver targets;
    private final Sender sender;
    private final WebhookSecrets secrets;
    private final Deliveries deliveries;
    private final Clock clock;

    DeliveryAttempt(TargetResolver targets, Sender sender, WebhookSecrets secrets, Deliveries deliveries, Clock clock) {
        this.targets = targets;
        this.sender = sender;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Makes one attempt, if the message is still to be told and no one else has it in hand. */
    void carry(Delivery delivery) throws InterruptedException {
        long began = System.nanoTime();
        if (!deliveries.claim(delivery)) {
            return;
        }
        try {
            var answer = trySend(delivery, began);
            if (answer.isTaken()) {
                deliveries.delivered(delivery, String.valueOf(answer.status()));
            } else {
                var wish = RetryPolicy.wish(answer.retryAfter(), clock.instant());
                failed(delivery, new DeliveryFailure(String.valueOf(answer.status()), answer.isGone(), wish));
            }
        } catch (RefusedTargetException e) {
            failed(delivery, DeliveryFailure.of("url " + e.reason()));
        } catch (UnknownHostException e) {
            failed(delivery, DeliveryFailure.of("the host has no public address"));
        } catch (SendException e) {
            failed(delivery, DeliveryFailure.of(e.reason()));
        }
    }

    // Whatever fails is a failed attempt: one that is not counted would be made again for ever.
    private ReceiverResponse trySend(Delivery delivery, long began)
            throws RefusedTargetException, UnknownHostException, SendException, InterruptedException {
        try {
            return send(delivery, began);
        } catch (RuntimeException e) {
            throw new SendException("not sent: " + e.getClass().getSimpleName());
        }
    }

    private ReceiverResponse send(Delivery delivery, long began)
            throws RefusedTargetException, UnknownHostException, SendException, InterruptedException {
        var target = targets.find(delivery.url());
        var secret = secrets.open(delivery.webhookId(), Base64.getDecoder().decode(delivery.sealedSecret()));
        var body = delivery.body().getBytes(StandardCharsets.UTF_8);
        var headers = Signature.headers(delivery.id().toString(), clock.instant(), body, secret);
        if (System.nanoTime() - began > START.toNanos()) {
            // We were asleep, or finding the way took long: by the time it is sent it may be in another's hand.
            throw new SendException("not sent: finding the way took too long");
        }
        return sender.send(target, body, headers);
    }

    private void failed(Delivery delivery, DeliveryFailure failure) {
        deliveries.failed(delivery, failure);
        LOG.infof(
                "Delivery %s of webhook %s failed at attempt %d: %s",
                delivery.id(), delivery.webhookId(), delivery.attempts() + 1, failure.answer());
    }
}
