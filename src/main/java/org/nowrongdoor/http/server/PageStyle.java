package org.nowrongdoor.http.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The style of our pages and the policy under which they are shown.
 *  @param css stands in the page itself, so that nothing is fetched
 *  @param contentSecurityPolicy allows this style, forms to this server, and nothing else
 *  @see "W3C, Content Security Policy Level 3" */
public record PageStyle(String css, String contentSecurityPolicy) {

    private static final String FILE = "/pages/page.css";

    /** The packaged style. */
    public static PageStyle packaged() {
        try (var file = Objects.requireNonNull(PageStyle.class.getResourceAsStream(FILE), FILE)) {
            var css = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new PageStyle(
                    css,
                    "default-src 'none'; style-src 'sha256-" + digest(css)
                            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
