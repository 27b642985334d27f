package org.nowrongdoor.text;

import java.text.Normalizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Text as it is compared: lower case, accents folded as the index folds them, apostrophes gone, everything else a
 *  single space. */
public final class FoldedText {

    // The typed ones, the typeset ones, and the modifier letters that Hawaiian, Hebrew and Arabic names are written
    // with.
    private static final String APOSTROPHES = "'`´‘’‛ʹʻʼʽʾʿˈ′＇ꞌꞋ՚׳";

    private static final char FIRST_FOLDED = '\u0080';

    // 4: what foldToASCII asks for, for each character.
    private static final int LONGEST_FOLDED = 4;

    private FoldedText() {}

    /** The folded form of a text; empty when it holds no letter and no digit. */
    public static String of(String text) {
        var folded = new StringBuilder(text.length());
        var plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
        var gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c) && !isSilent(c)) {
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                append(folded, c);
            } else if (!isSilent(c)) {
                gap = true;
            }
        }
        return folded.toString();
    }

    /** Letters that normalisation leaves whole are folded by the index's own table: đ, ł, ø, ß, æ. */
    private static void append(StringBuilder folded, char c) {
        if (c < FIRST_FOLDED) {
            folded.append(Character.toLowerCase(c));
            return;
        }
        var letters = new char[LONGEST_FOLDED];
        int length = ASCIIFoldingFilter.foldToASCII(new char[] {c}, 0, letters, 0, 1);
        for (int i = 0; i < length; i++) {
            folded.append(Character.toLowerCase(letters[i]));
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** Apostrophes of every kind (O'Fallon, Hale‘iwa, ʻOhana) and the accents that normalisation split off. */
    private static boolean isSilent(char c) {
        return APOSTROPHES.indexOf(c) >= 0 || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
