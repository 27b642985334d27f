package org.nowrongdoor.referral.webhook;

import jakarta.inject.Singleton;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.jboss.logging.Logger;

/** Carries one message: finds the way, signs, sends, and notes how it went. */
@Singleton
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class);

    private final Targets targets;
    private final Sender sender;
    private final WebhookSecrets secrets;
    private final Deliveries deliveries;
    private final Clock clock;

    Postman(Targets targets, Sender sender, WebhookSecrets secrets, Deliveries deliveries, Clock clock) {
        this.targets = targets;
        this.sender = sender;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    void carry(Delivery delivery) throws InterruptedException {
        try {
            var target = targets.find(delivery.url());
            var secret = secrets.open(delivery.webhookId(), Base64.getDecoder().decode(delivery.sealedSecret()));
            var body = delivery.body().getBytes(StandardCharsets.UTF_8);
            var headers = Signature.headers(delivery.id().toString(), clock.instant(), body, secret);
            int status = sender.send(target, body, headers);
            if (status >= 200 && status < 300) {
                deliveries.delivered(delivery, String.valueOf(status));
            } else {
                failed(delivery, String.valueOf(status));
            }
        } catch (TargetRefused e) {
            failed(delivery, "url " + e.reason());
        } catch (UnknownHostException e) {
            failed(delivery, "the host has no address");
        } catch (SendFailed e) {
            failed(delivery, e.reason());
        }
    }

    private void failed(Delivery delivery, String answer) {
        deliveries.failed(delivery, answer);
        LOG.infof(
                "Delivery %s of webhook %s failed at attempt %d: %s",
                delivery.id(), delivery.webhookId(), delivery.attempts() + 1, answer);
    }
}
