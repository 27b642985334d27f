package org.nowrongdoor.referral.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.nowrongdoor.support.Json.json;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** Computed by another implementation of the scheme. */
    @Test
    void aMessageIsSignedAsTheStandardHasIt() {
        var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var body = json("{'test': 2432232314}").getBytes(StandardCharsets.UTF_8);
        var headers =
                Signature.headers("msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), body, secret);
        assertEquals("msg_p5jXN8AQM9LWM0D4loKWxJek", headers.get("webhook-id"));
        assertEquals("1614265330", headers.get("webhook-timestamp"));
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", headers.get("webhook-signature"));
    }

    @Test
    void theLibraryOfTheStandardVerifiesWhatWeSign() {
        var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var body = json("{'type': 'referral.updated', 'data': {'id': 'Ñandú'}}");
        var headers = listed(Signature.headers("msg_1", Instant.now(), body.getBytes(StandardCharsets.UTF_8), secret));
        var receiver = new Webhook(Signature.PREFIX + Base64.getEncoder().encodeToString(secret));
        assertDoesNotThrow(() -> receiver.verify(body, headers));
        assertThrows(WebhookVerificationException.class, () -> receiver.verify(body + " ", headers));
        assertThrows(WebhookVerificationException.class, () -> new Webhook(new byte[24]).verify(body, headers));
    }

    @Test
    void theLibraryOfTheStandardRefusesAnOldMessage() {
        var secret = new byte[24];
        var headers = listed(Signature.headers("msg_1", Instant.now().minusSeconds(600), new byte[0], secret));
        assertThrows(WebhookVerificationException.class, () -> new Webhook(secret).verify("", headers));
    }

    private static Map<String, List<String>> listed(Map<String, String> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    }
}
