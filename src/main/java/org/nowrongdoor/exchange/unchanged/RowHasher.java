package org.nowrongdoor.exchange.unchanged;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.nowrongdoor.access.caller.MasterKey;

/** Digests of rows as they were sent, under a key of the house: what an address was cannot be tried out on them. For
 *  one thread. */
public final class RowHasher {

    /** For what is not read again. */
    public static final RowHasher NONE = new RowHasher(new byte[1], "");

    private static final String HMAC = "HmacSHA256";

    private final Mac mac;

    /** A hasher.
     *  @param rules what a row is checked against; the same row has another digest under other rules */
    RowHasher(byte[] key, String rules) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(MasterKey.hmac(key, rules.getBytes(StandardCharsets.UTF_8)), HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + HMAC, e);
        }
    }

    /** The first 128 bits of the digest of a row. */
    public UUID hash(byte[] row) {
        var digest = ByteBuffer.wrap(mac.doFinal(row));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
