package org.nowrongdoor.http.server;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A path and query as they came over the wire, before anything decodes them leniently. */
record RawUrl(String uri) {

    private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String NO_ESCAPE =
            " holds a % that is not followed by two hexadecimal digits; a % itself is %25";
    private static final String ESCAPE = "the URL" + NO_ESCAPE;

    /** A percent sign that escapes nothing, as a sentence. The framework refuses it before any filter, without a word. */
    Optional<String> brokenEscape() {
        return BROKEN.matcher(uri).find() ? Optional.of(ESCAPE) : Optional.empty();
    }

    /** What is wrong with it, as a sentence; empty when nothing is. */
    Optional<String> fault() {
        var bytes = new ByteArrayOutputStream(uri.length());
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c > '~') {
                return Optional.of("the URL holds a character that must be percent-encoded");
            }
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            int high = i + 2 < uri.length() ? Character.digit(uri.charAt(i + 1), 16) : -1;
            int low = i + 2 < uri.length() ? Character.digit(uri.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.of(ESCAPE);
            }
            if (high == 0 && low == 0) {
                return Optional.of("the URL holds a NUL character (%00); remove it");
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
        } catch (CharacterCodingException e) {
            return Optional.of("the URL is not valid UTF-8 once decoded; percent-encode it from UTF-8");
        }
        return path().indexOf(';') >= 0
                ? Optional.of("parameters in the path (;name=value) are not used here; send them in the query")
                : Optional.empty();
    }

    /** What is wrong with a form, which is written as a query is; empty when nothing is. What reads it ends with an error
     *  of the server where it cannot be decoded. */
    static Optional<String> faultOfForm(byte[] form) {
        var text = new String(form, StandardCharsets.ISO_8859_1);
        if (BROKEN.matcher(text).find()) {
            return Optional.of("the form" + NO_ESCAPE);
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(URLDecoder.decode(text, StandardCharsets.ISO_8859_1)
                            .getBytes(StandardCharsets.ISO_8859_1)));
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of("the form is not valid UTF-8 once decoded; write it in UTF-8");
        }
    }

    private String path() {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** How many query parameters there are, empty ones and repeated ones counted. */
    int parameters() {
        int query = uri.indexOf('?');
        return query < 0
                ? 0
                : 1 + (int) uri.substring(query).chars().filter(c -> c == '&').count();
    }
}
