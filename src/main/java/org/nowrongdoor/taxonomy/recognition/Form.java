package org.nowrongdoor.taxonomy.recognition;

import java.util.List;
import java.util.stream.Collectors;
import org.nowrongdoor.taxonomy.AmbiguousForm;

/** A way to say a code.
 *  @param text as the vocabulary writes it
 *  @param isInputOnly accepted and never shown
 *  @param rank 0 a label, 1 a synonym, 2 a part of a label; the lowest wins where a form says several codes */
record Form(String code, String text, boolean isInputOnly, int rank, AmbiguousForm rule) {

    static final int LABEL = 0;
    static final int SYNONYM = 1;
    static final int PART = 2;

    // 8: in a long word one slip leaves no doubt, even where the word is about a person.
    private static final int LONG_WORD = 8;

    /** Capitals that stand for other words: matched whole, never through a slip. */
    static boolean isAcronym(String text) {
        var words = TextToken.of(text);
        return words.size() == 1
                && (words.get(0).folded().length() <= 2
                        || text.chars().filter(Character::isUpperCase).count() >= 2);
    }

    boolean isAcronym() {
        return isAcronym(text);
    }

    /** The key in the lexicon. */
    String key() {
        return TextToken.of(text).stream()
                .map(word -> isAcronym() ? word.folded() : word.stem())
                .collect(Collectors.joining(" "));
    }

    /** The words of this form in which a slip is forgiven. */
    List<TextToken> forgiven() {
        if (isAcronym() || rule.handling() == AmbiguousForm.Handling.NEVER) {
            return List.of();
        }
        var isPersonal = code.startsWith("sit.") || code.startsWith("org.") || isInputOnly;
        return TextToken.of(text).stream()
                .filter(word -> word.folded().length() >= (isPersonal ? LONG_WORD : Lexicon.SHORTEST_WITH_SLIP))
                .toList();
    }

    /** Whether a slip in one of its words is forgiven. */
    boolean forgives(String stem) {
        return forgiven().stream().anyMatch(word -> word.stem().equals(stem));
    }
}
