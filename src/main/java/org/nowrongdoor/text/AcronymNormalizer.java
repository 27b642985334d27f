package org.nowrongdoor.text;

import java.util.regex.Pattern;

/** Acronyms as they are known: S.A.N.E. is SANE, Washington, D.C. is Washington, DC. */
public final class AcronymNormalizer {

    // The last dot is often left out: y.w.c.a, D.C
    private static final Pattern DOTTED = Pattern.compile("(?<!\\p{L})\\p{L}(?:\\.\\p{L})+(?!\\p{L})\\.?");

    private AcronymNormalizer() {}

    /** A text with single letters and dots between them as one word. */
    public static String joined(String text) {
        return text.indexOf('.') < 0
                ? text
                : DOTTED.matcher(text).replaceAll(found -> found.group().replace(".", ""));
    }
}
