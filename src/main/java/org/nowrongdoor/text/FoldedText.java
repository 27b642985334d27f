package org.nowrongdoor.text;

import java.text.Normalizer;

/** Text as it is compared: lower case, accents folded, apostrophes gone, everything else a single space. */
public final class FoldedText {

    // The typed ones, the typeset ones, and the modifier letters that Hawaiian, Hebrew and Arabic names are written
    // with.
    private static final String APOSTROPHES = "'`´‘’‛ʹʻʼʽʾʿˈ′＇ꞌꞋ՚׳";

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
                folded.append(Character.toLowerCase(c));
            } else if (!isSilent(c)) {
                gap = true;
            }
        }
        return folded.toString();
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
