package org.nowrongdoor.support;

import java.util.regex.Pattern;

/** Ids, digests, fractions of a second and measures, in which the digits of a searched text can stand by chance. */
public final class ChanceDigits {

    /** A coordinate has fewer than ten decimals, a measure of ours as many as a double holds or a power of ten. */
    private static final Pattern ALL = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}"
            + "|:\\d\\d\\.\\d{3,9}|\\d\\.\\d{10,}|\\d\\.\\d+E-?\\d+");

    /** No id is longer. */
    private static final int REACH = 40;

    private ChanceDigits() {}

    /** Whether the text holds the piece in what somebody wrote. */
    public static boolean isToldIn(String text, String piece) {
        for (int at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
            int from = at;
            var chance = ALL.matcher(text)
                    .region(Math.max(0, at - REACH), Math.min(text.length(), at + piece.length() + REACH))
                    .results()
                    .anyMatch(match -> match.start() <= from && match.end() >= from + piece.length());
            if (!chance) {
                return true;
            }
        }
        return false;
    }
}
