package org.nowrongdoor.text;

import java.util.Locale;

/** Characters that a text may hold. Some steer a terminal or the direction of a line and are refused; some are invisible and
 *  mean nothing, and are dropped; joiners stay where they join.
 *  @see "Unicode Standard Annex 9 and Technical Report 36" */
public final class TextCleaner {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private TextCleaner() {}

    /** Where the first character stands that no text may hold; -1 when there is none. */
    public static int findForbidden(CharSequence text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= ' ' && c < 0x7F) {
                continue;
            }
            int point = Character.codePointAt(text, at);
            if (isForbidden(point)) {
                return at;
            }
            at += Character.charCount(point) - 1;
        }
        return -1;
    }

    /** Whether a character steers what shows it, stands for no character, or is half of one. Tab, line feed and carriage
     *  return are none of these. */
    public static boolean isForbidden(int point) {
        return (point < ' ' && point != '\t' && point != '\n' && point != '\r')
                || (point >= 0x7F && point < 0xA0)
                || (point >= 0x2028 && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || (point >= 0xFFF9 && point <= 0xFFFB)
                || (point >= 0xFDD0 && point <= 0xFDEF)
                || (point & 0xFFFE) == 0xFFFE
                || (point >= 0xE0000 && point <= 0xE007F);
    }

    /** The text without characters that are seen nowhere and mean nothing, and with line feeds alone between its lines.
     *  @return the same text when there are none */
    public static String clean(String text) {
        return isPlain(text) ? text : rewrite(text, false);
    }

    /** The text as a terminal, a page or a table can show it: what no text may hold is taken out too. */
    public static String printable(String text) {
        return isPlain(text) ? text : rewrite(text, true);
    }

    /** How a character is called in a message, such as {@code U+202E}. */
    public static String name(int point) {
        return String.format(Locale.ROOT, "U+%04X", point);
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c < ' ' && c != '\n' && c != '\t') || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static String rewrite(String text, boolean printable) {
        var kept = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (point == '\r') {
                if (next == text.length() || text.charAt(next) != '\n') {
                    kept.append('\n');
                }
            } else if (!isDropped(text, at, next) && !(printable && isForbidden(point))) {
                kept.appendCodePoint(point);
            }
            at = next;
        }
        return kept.length() == text.length() && text.contentEquals(kept) ? text : kept.toString();
    }

    private static boolean isDropped(String text, int at, int next) {
        int point = text.codePointAt(at);
        if (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER) {
            return at == 0
                    || next == text.length()
                    || !joins(text.codePointBefore(at))
                    || !joins(text.codePointAt(next));
        }
        if (point == 0xFE0E || point == 0xFE0F) {
            return at == 0 || !isShownTwoWays(text.codePointBefore(at));
        }
        return point == 0xAD
                || point == 0x34F
                || point == 0x61C
                || point == 0x115F
                || point == 0x1160
                || (point >= 0x180B && point <= 0x180E)
                || point == 0x200B
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x2060 && point <= 0x2064)
                || (point >= 0x206A && point <= 0x206F)
                || point == 0x3164
                || (point >= 0xFE00 && point <= 0xFE0D)
                || point == 0xFEFF
                || point == 0xFFA0
                || (point >= 0xE0100 && point <= 0xE01EF);
    }

    /** Letters with their marks, and the pieces of one emoji. */
    private static boolean joins(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.MODIFIER_SYMBOL -> true;
            case Character.OTHER_SYMBOL -> true;
            default -> Character.isLetter(point);
        };
    }

    /** What a variation selector makes an emoji or plain: symbols, and the digits of keycaps. */
    private static boolean isShownTwoWays(int point) {
        return switch (Character.getType(point)) {
            case Character.OTHER_SYMBOL, Character.MATH_SYMBOL, Character.OTHER_PUNCTUATION -> true;
            case Character.DASH_PUNCTUATION, Character.MODIFIER_SYMBOL -> true;
            default -> point >= '0' && point <= '9';
        };
    }
}
