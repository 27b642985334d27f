package org.nowrongdoor.taxonomy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids of our own terms: made from the code, so that every installation gives a term the same one.
 *  @see "RFC 9562, UUID version 5" */
public final class TermIds {

    private static final UUID NAMESPACE = UUID.fromString("6f1f9a3c-0d5e-5b7a-9c41-7a54e1d0c0de");

    /** The vocabulary itself. */
    public static final UUID TAXONOMY = of("");

    private TermIds() {}

    /** The id of the term with a code. */
    public static UUID of(String code) {
        try {
            var sha = MessageDigest.getInstance("SHA-1");
            sha.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            var hash = ByteBuffer.wrap(sha.digest(code.getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & ~0xF000L) | 0x5000L;
            long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
