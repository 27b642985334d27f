package org.nowrongdoor.access.key;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.nowrongdoor.access.caller.MasterKey;

/** What keys look like, and how they are hashed. */
@Singleton
public class KeyFormat {

    public static final String BEGINNING = "nwd_";
    static final String EMBED_BEGINNING = "nwd_pub_";

    // Eight characters past the fixed beginning, 48 of 256 bits: enough to find a key, useless to guess it.
    private static final int SHOWN = 8;

    private static final int BYTES = 32;

    private static final Pattern FORM = Pattern.compile(BEGINNING + "(pub_)?[A-Za-z0-9_-]{43}");

    private final SecureRandom random = new SecureRandom();
    private final byte[] hashKey;

    public KeyFormat(MasterKey master) {
        this.hashKey = master.derive("api-key");
    }

    /** A new key of 256 random bits. */
    String next(boolean forEmbedding) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return (forEmbedding ? EMBED_BEGINNING : BEGINNING)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a text may be a key at all; anything else need not be looked for. */
    public static boolean isKey(String text) {
        return FORM.matcher(text).matches();
    }

    /** How a key begins. */
    static String prefix(String key) {
        var fixed = key.startsWith(EMBED_BEGINNING) ? EMBED_BEGINNING : BEGINNING;
        return key.substring(0, fixed.length() + SHOWN);
    }

    /** The keyed hash of a key as a text. */
    public String mark(String key) {
        return HexFormat.of().formatHex(digest(key));
    }

    /** The keyed hash under which a key is stored. */
    byte[] digest(String key) {
        return MasterKey.hmac(hashKey, key.getBytes(StandardCharsets.UTF_8));
    }
}
