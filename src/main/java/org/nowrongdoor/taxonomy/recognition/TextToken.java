package org.nowrongdoor.taxonomy.recognition;

import java.util.ArrayList;
import java.util.List;
import org.nowrongdoor.text.FoldedText;

/** A word of a text and where it stands.
 *  @param folded lower case, without accents
 *  @param stem the folded word without its ending, so that bed and beds are one */
record TextToken(String folded, String stem, int start, int end) {

    // 4: shorter words lose their sense with their ending.
    private static final int SHORTEST_WITH_ENDING = 4;

    static List<TextToken> of(String text) {
        var words = new ArrayList<TextToken>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isPart(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                var folded = FoldedText.of(text.substring(start, i));
                if (!folded.isEmpty()) {
                    words.add(new TextToken(folded, stem(folded), start, i));
                }
                start = -1;
            }
        }
        return words;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == '\''
                || c == '’';
    }

    /** One spelling for the singular and the plural of both languages: beds, needles, condones, clínicas, babies. */
    static String stem(String folded) {
        if (folded.length() < SHORTEST_WITH_ENDING) {
            return folded;
        }
        var stem = folded;
        if (stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us") && !stem.endsWith("is")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (stem.endsWith("e") && stem.length() >= SHORTEST_WITH_ENDING) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return stem.endsWith("y") ? stem.substring(0, stem.length() - 1) + "i" : stem;
    }
}
