package org.nowrongdoor.referral.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.Json.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
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
}
