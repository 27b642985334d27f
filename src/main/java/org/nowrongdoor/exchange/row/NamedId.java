package org.nowrongdoor.exchange.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids for what comes without one: the same content under the same owner gets the same id every time.
 *  Nothing that tells where a place is may go into one: an id can be guessed back.
 *  @see "RFC 9562, UUID version 5" */
public final class NamedId {

    private static final UUID NAMESPACE = UUID.fromString("6f1d7c0e-2f2a-5d0c-9a53-0c8a1f4be7d1");

    private NamedId() {}

    public static UUID of(String... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-1");
            sha.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            for (var part : parts) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            var hash = ByteBuffer.wrap(sha.digest());
            return new UUID(
                    (hash.getLong() & ~0xF000L) | 0x5000L,
                    (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
