package org.nowrongdoor.search.place;

import java.util.regex.Pattern;

/** Acronyms as they are known: S.A.N.E. is SANE, Washington, D.C. is Washington, DC. */
public final class AcronymNormalizer {

    private static final Pattern DOTTED = Pattern.compile("(?<!\\p{L})(?:\\p{L}\\.){2,}");

    private AcronymNormalizer() {}

    public static String joined(String text) {
        return DOTTED.matcher(text).replaceAll(found -> found.group().replace(".", ""));
    }
}
