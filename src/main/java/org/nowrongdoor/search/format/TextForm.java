package org.nowrongdoor.search.format;

import org.nowrongdoor.search.model.SearchRequest;

/** How a text answer is given.
 *  @param detailed whether everything is told
 *  @param spoken whether it is sentences without symbols, for a voice
 *  @param mostHits hits that are told before the others are only counted */
public record TextForm(boolean detailed, boolean spoken, int mostHits) {

    // 3: what a listener keeps in mind (contract, section 2)
    static final int MOST_OF_EACH = 3;

    // 120: as many letters of another's words as one breath can read aloud
    private static final int MOST_LETTERS = 120;

    /** A voice reads three hits unless a size is asked for. */
    public static TextForm of(SearchRequest request) {
        var detailed = request.wantsDetail();
        var spoken = request.wantsSpeech();
        return new TextForm(
                detailed, spoken, spoken && !detailed && request.size() == null ? MOST_OF_EACH : Integer.MAX_VALUE);
    }

    /** Questions that are told of one hit: a voice asks the one that decides most, so that a hit takes some twenty
     *  seconds. */
    int mostQuestions() {
        return spoken && !detailed ? 1 : most();
    }

    /** Letters of a text of another's that are told before it is cut: a voice takes the first sentence. */
    int mostLetters() {
        return spoken ? MOST_LETTERS / 2 : MOST_LETTERS;
    }

    /** Items of one list that are told before the others are only counted. */
    int most() {
        return detailed ? Integer.MAX_VALUE : MOST_OF_EACH;
    }
}
