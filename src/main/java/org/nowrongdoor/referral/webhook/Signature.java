package org.nowrongdoor.referral.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What proves that a message is ours, unchanged and of this moment.
 *  @see "Standard Webhooks, signature scheme v1" */
final class Signature {

    /** What a secret begins with on the wire. */
    static final String PREFIX = "whsec_";

    private Signature() {}

    /** The three headers of an attempt.
     *  @param id of the message, the same at every attempt
     *  @param at the moment of this one */
    static Map<String, String> headers(String id, Instant at, byte[] body, byte[] secret) {
        var timestamp = String.valueOf(at.getEpochSecond());
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", timestamp);
        headers.put("webhook-signature", "v1," + sign(id + "." + timestamp + ".", body, secret));
        return headers;
    }

    private static String sign(String before, byte[] body, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }
}
