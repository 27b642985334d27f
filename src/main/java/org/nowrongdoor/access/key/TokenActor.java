package org.nowrongdoor.access.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the holder of a token is named in history and audit: never like the operator or a key, and never like the holder of
 *  the same subject with another issuer. */
final class TokenActor {

    // 255: what OpenID Connect Core 1.0, 2, allows. Line breaks, other control and format characters and halves of
    // characters would write something else into a log than they are.
    private static final Pattern SUBJECT = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]{1,255}");

    // 12 hexadecimal digits: an operator has a handful of issuers.
    private static final int SHOWN = 6;

    private TokenActor() {}

    /** The actor of a token; empty when its issuer or subject is missing or cannot be written down. */
    static Optional<String> find(@Nullable String issuer, @Nullable String subject) {
        return issuer == null
                        || subject == null
                        || subject.isBlank()
                        || !SUBJECT.matcher(subject).matches()
                ? Optional.empty()
                : Optional.of("oidc:" + digest(issuer) + ":" + subject);
    }

    private static String digest(String issuer) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(issuer.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
