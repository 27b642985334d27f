package org.nowrongdoor.search;

import java.util.regex.Pattern;

/** Acronyms as they are known: S.A.N.E. is SANE, Washington, D.C. is Washington, DC. */
final class DottedWords {

    private static final Pattern DOTTED = Pattern.compile("(?<!\\p{L})(?:\\p{L}\\.){2,}");

    private DottedWords() {}

    static String joined(String text) {
        return DOTTED.matcher(text).replaceAll(found -> found.group().replace(".", ""));
    }
}
