package org.nowrongdoor.search.understanding;

import jakarta.inject.Singleton;
import org.nowrongdoor.taxonomy.recognition.StopWords;
import org.nowrongdoor.taxonomy.recognition.TermFinder;

/** Tells whether a name of a place is some other word as well. */
@Singleton
class OtherWords {

    private static final double FORM = 3.6;

    private final TermFinder terms;

    OtherWords(TermFinder terms) {
        this.terms = terms;
    }

    /** In orders of magnitude of people. */
    double commonness(String key) {
        return isForm(key) ? FORM : EverydayNames.commonness(key);
    }

    /** Whether it asks for a need. */
    boolean isForm(String key) {
        return terms.isForm(key);
    }

    /** Whether it carries no meaning anywhere. */
    boolean isSilent(String key) {
        return StopWords.areAll(key);
    }

    /** Whether a name means something else unless more than a state says that it is a place. */
    boolean isOnlyWord(String key) {
        return AmbiguousPlaceNames.isName(key) || isSilent(key) || isForm(key);
    }

    /** Whether some words are known to be no slip for anything. */
    boolean isWord(TokenizedText line, int from, int to) {
        var folded = line.folded(from, to);
        return EverydayNames.commonness(folded) > 0
                || isSilent(folded)
                || isForm(folded)
                || (to == from + 1 && terms.isPlainWord(folded));
    }
}
