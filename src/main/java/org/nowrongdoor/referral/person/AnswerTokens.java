package org.nowrongdoor.referral.person;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.nowrongdoor.access.caller.MasterKey;

/** The secret of a provider's one-time link: 256 bits, made from the referral's id and the master key; only its keyed
 *  hash is kept. */
@Singleton
public class AnswerTokens {

    private final byte[] tokenKey;
    private final byte[] hashKey;

    AnswerTokens(MasterKey master) {
        tokenKey = master.derive("referral-answer-link");
        hashKey = master.derive("referral-answer-link-hash");
    }

    /** The path of a referral's link, for anyone who tells it to the provider. */
    public String path(UUID referralId) {
        return "/answer/" + token(referralId);
    }

    public byte[] digest(UUID referralId) {
        return digest(token(referralId));
    }

    public byte[] digest(String token) {
        return MasterKey.hmac(hashKey, token.getBytes(StandardCharsets.UTF_8));
    }

    private String token(UUID referralId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MasterKey.hmac(tokenKey, referralId.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
