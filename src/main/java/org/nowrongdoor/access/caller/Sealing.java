package org.nowrongdoor.access.caller;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM under one key. What is sealed is bound to a context, and opens with that key and context alone.
 *  Sealed bytes are a nonce of 12 bytes, the encrypted text and a tag of 16 bytes.
 *  @see "NIST SP 800-38D" */
public final class Sealing {

    /** The length of a key. */
    public static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final SecretKeySpec key;
    private final byte[] nonceKey;
    private final SecureRandom random = new SecureRandom();

    /** Seals under a key, such as one derived from the master key.
     *  @param key of {@link #KEY_BYTES}; it is copied */
    public Sealing(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
        this.nonceKey = MasterKey.hmac(key, "nonce".getBytes(StandardCharsets.UTF_8));
    }

    /** Encrypts a text.
     *  @param context the associated data: what the text belongs to, such as {@code mail/} and an id; not stored */
    public byte[] seal(byte[] plain, String context) {
        // A nonce is never used twice: random ones are safe for the 2^32 texts that one key may seal.
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return seal(plain, context, nonce);
    }

    /** Encrypts a text so that it gives the same bytes each time: equal texts can be told to be equal, and nothing else.
     *  @param context as in {@link #seal(byte[], String)} */
    public byte[] sealAlike(byte[] plain, String context) {
        // The nonce is a keyed hash of what is sealed, so that no two texts ever share one.
        var bound = context.getBytes(StandardCharsets.UTF_8);
        var message = ByteBuffer.allocate(Integer.BYTES + bound.length + plain.length)
                .putInt(bound.length)
                .put(bound)
                .put(plain)
                .array();
        return seal(plain, context, Arrays.copyOf(MasterKey.hmac(nonceKey, message), NONCE_BYTES));
    }

    private byte[] seal(byte[] plain, String context, byte[] nonce) {
        try {
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
            cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(context + " cannot be sealed", e);
        }
    }

    /** The text that was sealed for a context.
     *  @throws IllegalStateException when it was sealed with another key or context, or changed since */
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            throw new IllegalStateException(context + " cannot be opened: it has only " + sealed.length + " bytes");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), context)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(context + " cannot be opened", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
