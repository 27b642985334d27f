package org.nowrongdoor.referral.webhook;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.UUID;
import org.nowrongdoor.access.caller.MasterKey;
import org.nowrongdoor.access.caller.Sealing;

/** The secrets of subscriptions: random, sealed in the store, each of use with its own row alone. */
@Singleton
class WebhookSecrets {

    // 32 bytes: as Standard Webhooks has it, 24 to 64.
    private static final int BYTES = 32;

    private final Sealing house;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(MasterKey master) {
        house = new Sealing(master.derive("webhook-secret"));
    }

    byte[] generate() {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        return secret;
    }

    byte[] seal(UUID webhookId, byte[] secret) {
        return house.seal(secret, context(webhookId));
    }

    byte[] open(UUID webhookId, byte[] sealed) {
        return house.open(sealed, context(webhookId));
    }

    private static String context(UUID webhookId) {
        return "webhook/" + webhookId;
    }
}
