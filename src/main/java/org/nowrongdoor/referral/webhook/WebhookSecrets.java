package org.nowrongdoor.referral.webhook;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import org.nowrongdoor.access.caller.MasterKey;

/** The secrets of subscriptions: random, sealed in the store, each of use beside its own row alone. */
@Singleton
class WebhookSecrets {

    // 32 bytes: as Standard Webhooks has it, 24 to 64.
    private static final int BYTES = 32;

    private final Aead house;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(MasterKey master) {
        try {
            house = new AesGcmJce(master.derive("webhook-secret"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has AES-GCM", e);
        }
    }

    byte[] generate() {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        return secret;
    }

    byte[] seal(UUID webhookId, byte[] secret) {
        try {
            return house.encrypt(secret, bound(webhookId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of webhook " + webhookId + " cannot be sealed", e);
        }
    }

    byte[] open(UUID webhookId, byte[] sealed) {
        try {
            return house.decrypt(sealed, bound(webhookId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of webhook " + webhookId + " cannot be opened", e);
        }
    }

    private static byte[] bound(UUID webhookId) {
        return ("webhook/" + webhookId).getBytes(StandardCharsets.UTF_8);
    }
}
