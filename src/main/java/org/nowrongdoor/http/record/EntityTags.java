package org.nowrongdoor.http.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strong entity tags over the bytes that are shown, and the comparisons of RFC 9110. They tell nothing that the bytes do not
 *  tell. A tag leaves with a suffix for the coding of the body, and names the same record with any suffix. */
public final class EntityTags {

    // 18 bytes: 144 bits, no padding in base 64.
    private static final int BYTES = 18;

    private static final Pattern SUFFIXED = Pattern.compile("(\"[A-Za-z0-9_-]{24})[-;:][A-Za-z0-9-]{1,16}\"");

    private EntityTags() {}

    /** The tag of a body, with its quotation marks. */
    public static String of(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether {@code If-None-Match} names the tag: the weak comparison, as the RFC wants it there. */
    public static boolean namedByIfNoneMatch(@Nullable String header, String tag) {
        return header != null && (isAnything(header) || names(header, tag, true));
    }

    /** Whether {@code If-Match} names the tag: the strong comparison, a weak tag never matches.
     *  The record exists, so {@code *} names it. */
    public static boolean namedByIfMatch(String header, String tag) {
        return isAnything(header) || names(header, tag, false);
    }

    private static boolean isAnything(String header) {
        return header.strip().equals("*");
    }

    // Our own tags hold no comma, so splitting at commas can never join or cut one of them.
    private static boolean names(String header, String tag, boolean weak) {
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .map(given -> weak && given.startsWith("W/") ? given.substring(2) : given)
                .map(given -> SUFFIXED.matcher(given).replaceFirst("$1\""))
                .anyMatch(tag::equals);
    }
}
