package org.nowrongdoor.problem;

/** A value as it is shown to its sender: in quotes, short, without control characters. */
public final class QuotedValue {

    private static final int LONGEST = 60;

    private QuotedValue() {}

    /** The value in quotes, at most 60 characters of it. */
    public static String of(String value) {
        var shown = new StringBuilder("\"");
        value.codePoints()
                .limit(LONGEST)
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) || isLone(c) ? '\uFFFD' : c));
        return shown.append(value.codePointCount(0, value.length()) > LONGEST ? "…\"" : "\"")
                .toString();
    }

    private static boolean isLone(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
