package org.nowrongdoor.taxonomy.recognition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nowrongdoor.taxonomy.TaxonomyReader;
import org.nowrongdoor.text.EditDistance;
import org.nowrongdoor.text.FoldedText;

/** The words that are accepted and never shown, each by itself, with a slip of the finger, or with another ending. */
final class InputOnlyWords {

    private static final String STIGMATIZING = "stigmatizing";

    // 9 and 7: prostitute, prostituta, prostituirse and prostitution begin alike and so does no other word.
    private static final int LONG_WORD = 9;
    private static final int SAME_BEGINNING = 7;

    private final Set<String> words = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    InputOnlyWords(List<TaxonomyReader.FormRow> rows) {
        for (var row : rows) {
            row.neverShown().stream()
                    .flatMap(phrase -> TextToken.of(phrase).stream())
                    .filter(word -> !StopWords.contains(word.folded()))
                    .forEach(word -> add(word, row.kind()));
        }
    }

    private void add(TextToken word, String kind) {
        words.add(word.folded());
        stems.add(word.stem());
        if (kind.equals(STIGMATIZING) && word.folded().length() >= LONG_WORD) {
            beginnings.add(word.folded().substring(0, SAME_BEGINNING));
        }
    }

    /** Whether a text holds one of them. */
    boolean isIn(String text) {
        return TextToken.of(FoldedText.of(text)).stream().anyMatch(this::isOne);
    }

    private boolean isOne(TextToken word) {
        var typed = word.folded();
        return words.contains(typed)
                || stems.contains(word.stem())
                || beginnings.stream().anyMatch(typed::startsWith)
                || (typed.length() >= Lexicon.SHORTEST_WITH_SLIP
                        && words.stream()
                                .anyMatch(known -> known.length() >= Lexicon.SHORTEST_WITH_SLIP
                                        && EditDistance.isWithinOne(known, typed)));
    }
}
