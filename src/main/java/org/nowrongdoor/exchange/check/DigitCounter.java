package org.nowrongdoor.exchange.check;

import java.util.Locale;

/** A first look at a text: few hold as many digits, in figures or in words, as a telephone number has. */
final class DigitCounter {

    // 7: a local number.
    private static final int LEAST_DIGITS = 7;
    // 3: an area code before a word, as in 612-NOW-HELP.
    private static final int AREA_DIGITS = 3;
    // 6: cuatro.
    private static final int LONGEST_WORD = 6;

    private final String text;
    private int digits;
    private int capitals;
    private boolean hasCapitalWord;

    private DigitCounter(String text) {
        this.text = text;
    }

    /** Whether a text may hold a number; true for one in other letters than those of Western Europe. */
    static boolean mayHoldNumber(String text) {
        var counter = new DigitCounter(text);
        return !counter.count()
                || counter.digits >= LEAST_DIGITS
                || (counter.digits >= AREA_DIGITS && counter.hasCapitalWord);
    }

    /** Counts.
     *  @return false when a sign may stand for digits that cannot be seen so */
    private boolean count() {
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!isPlain(c)) {
                return false;
            }
            capitals = c >= 'A' && c <= 'Z' ? capitals + 1 : 0;
            hasCapitalWord |= capitals >= AREA_DIGITS;
            if (!isWordPart(c)) {
                word(begin, at);
                begin = at + 1;
            }
        }
        word(begin, text.length());
        return true;
    }

    /** Whether a sign stands for nothing but itself when a text is normalised. */
    private static boolean isPlain(char c) {
        return c < 0x7f
                || (c >= 0xc0 && c <= 0xff)
                || (c >= 0x2013 && c <= 0x201d && c != 0x2017)
                || c == '\u00a1'
                || c == '\u00bf';
    }

    private static boolean isWordPart(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || isAccented(c);
    }

    private static boolean isAccented(char c) {
        // The signs of multiplication and division stand among the letters.
        return c >= 0xc0 && c <= 0xff && c != 0xd7 && c != 0xf7;
    }

    /** Adds the digits of a word: figures, letters that look like them, or the word of one. */
    private void word(int begin, int end) {
        int figures = 0;
        int alike = 0;
        int rounds = 0;
        for (int at = begin; at < end; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                figures++;
            } else if (c == 'O' || c == 'o') {
                alike++;
                rounds++;
            } else if (c == 'I' || c == 'l') {
                alike++;
            }
        }
        if (figures > 0 || (rounds > 0 && rounds == end - begin)) {
            digits += figures + alike;
        } else if (end - begin > 1
                && end - begin <= LONGEST_WORD
                && NumberFinder.isDigit(text.substring(begin, end).toLowerCase(Locale.ROOT))) {
            digits++;
        }
    }
}
