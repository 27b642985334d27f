package org.nowrongdoor.search.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.nowrongdoor.text.FoldedText;

/** A text as its words and what stands between them. Words are counted from 0. */
final class TokenizedText {

    // Johns's is one word; a hyphen parts two.
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{Mn}'’‘]+");

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final boolean isShouted;

    TokenizedText(String text) {
        this.text = text;
        isShouted = text.equals(text.toUpperCase(Locale.ROOT));
        var found = WORD.matcher(text);
        while (found.find()) {
            var folded = FoldedText.of(found.group());
            words.add(new Word(found.group(), folded, found.start(), found.end()));
        }
    }

    /** One word.
     *  @param folded lower case, without accents */
    record Word(String typed, String folded, int start, int end) {}

    int size() {
        return words.size();
    }

    Word get(int at) {
        return words.get(at);
    }

    /** A word in capitals in a text that is not all in capitals. */
    boolean isInCapitals(int at) {
        var typed = get(at).typed();
        return !isShouted && typed.equals(typed.toUpperCase(Locale.ROOT));
    }

    /** Some words as they were typed, with what stands between them. */
    String typed(int from, int to) {
        return text.substring(get(from).start(), get(to - 1).end());
    }

    /** Some words folded. */
    String folded(int from, int to) {
        return String.join(
                " ", words.subList(from, to).stream().map(Word::folded).toList());
    }

    /** What stands before a word, after the word before it; before the first word and after the last one what is left. */
    String gap(int at) {
        return text.substring(at == 0 ? 0 : get(at - 1).end(), at == size() ? text.length() : get(at).start());
    }

    /** Whether some words are said in one go: nothing but spaces, dots and hyphens between them. */
    boolean isOneName(int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (!gap(at).matches("[ .\\-–/]+")) {
                return false;
            }
        }
        return true;
    }

    /** The text without some of its words. */
    String without(int from, int to) {
        var before = text.substring(0, get(from).start()).strip();
        var after = text.substring(get(to - 1).end()).strip();
        return (before + " " + after).strip();
    }
}
