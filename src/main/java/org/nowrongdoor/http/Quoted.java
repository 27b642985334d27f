package org.nowrongdoor.http;

/** A caller's own text put into a sentence of ours: short, on one line, without control characters. */
public final class Quoted {

    // 40: enough to recognise one's own mistake.
    private static final int MAX_LETTERS = 40;

    private Quoted() {}

    /** The text in quotation marks, cut where it is long. */
    public static String of(String text) {
        var clean = text.codePoints()
                .filter(letter -> !Character.isISOControl(letter) && !isHalfPair(letter))
                .limit(MAX_LETTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return "\"" + clean + (text.length() > clean.length() ? "…" : "") + "\"";
    }

    /** Whether PostgreSQL can hold it: no NUL, no half of a surrogate pair. */
    public static boolean isCleanText(String text) {
        return text.codePoints().noneMatch(letter -> letter == 0 || isHalfPair(letter));
    }

    private static boolean isHalfPair(int letter) {
        return letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    }
}
