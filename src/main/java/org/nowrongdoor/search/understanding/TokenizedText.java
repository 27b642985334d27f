package org.nowrongdoor.search.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.nowrongdoor.region.PlaceLexicon;
import org.nowrongdoor.text.FoldedText;

/** A line as its words and what stands between them, cut once. Words are counted from 0. */
final class TokenizedText {

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final BitSet endsName = new BitSet();
    private final boolean isShouted;

    TokenizedText(String text) {
        this.text = text;
        isShouted = text.equals(text.toUpperCase(Locale.ROOT));
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean isPart = i < text.length() && isPart(text.charAt(i));
            if (isPart && start < 0) {
                start = i;
            } else if (!isPart && start >= 0) {
                add(start, i);
                start = -1;
            }
        }
    }

    /** Johns's is one word; a hyphen parts two. */
    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c)
                || c == '\''
                || c == '’'
                || c == '‘'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private void add(int start, int end) {
        var typed = text.substring(start, end);
        var folded = FoldedText.of(typed);
        if (folded.isEmpty()) {
            return;
        }
        words.add(new Word(typed, folded, PlaceLexicon.word(folded), start, end));
        int at = words.size() - 1;
        endsName.set(at, at > 0 && !isOnly(gap(at), " .-–/"));
    }

    private static boolean isOnly(String gap, String signs) {
        for (int i = 0; i < gap.length(); i++) {
            if (signs.indexOf(gap.charAt(i)) < 0) {
                return false;
            }
        }
        return !gap.isEmpty();
    }

    /** One word.
     *  @param folded lower case, without accents
     *  @param key as it is spelled in the key of a place's name */
    record Word(String typed, String folded, String key, int start, int end) {}

    int size() {
        return words.size();
    }

    Word get(int at) {
        return words.get(at);
    }

    String folded(int at) {
        return words.get(at).folded();
    }

    /** A word in capitals in a text that is not all in capitals. */
    boolean isInCapitals(int at) {
        var typed = get(at).typed();
        return !isShouted && typed.equals(typed.toUpperCase(Locale.ROOT));
    }

    /** A word that begins with a capital in a text that is not all in capitals. */
    boolean isCapitalised(int at) {
        return !isShouted && Character.isUpperCase(get(at).typed().codePointAt(0));
    }

    /** Some words as they were typed, with what stands between them. */
    String typed(int from, int to) {
        return text.substring(get(from).start(), get(to - 1).end());
    }

    /** Some words as a key of places' names; single letters are one word. */
    String key(int from, int to) {
        if (to - from == 1) {
            return get(from).key();
        }
        var key = new StringBuilder();
        for (int at = from; at < to; at++) {
            var isLetters = at > from && isLetter(at) && isLetter(at - 1);
            key.append(at == from || isLetters ? "" : " ").append(get(at).key());
        }
        return key.toString();
    }

    private boolean isLetter(int at) {
        return get(at).folded().length() == 1;
    }

    /** Some words folded. */
    String folded(int from, int to) {
        var folded = new StringBuilder(get(from).folded());
        for (int at = from + 1; at < to; at++) {
            folded.append(' ').append(get(at).folded());
        }
        return folded.toString();
    }

    /** What stands before a word, after the word before it; before the first word and after the last one what is left. */
    String gap(int at) {
        return text.substring(at == 0 ? 0 : get(at - 1).end(), at == size() ? text.length() : get(at).start());
    }

    /** Whether some words are said in one go: nothing but spaces, dots and hyphens between them. */
    boolean isOneName(int from, int to) {
        int end = endsName.nextSetBit(from + 1);
        return end < 0 || end >= to;
    }

    /** Whether a state may be written from a word on, after a name. */
    boolean mayBeginState(int at) {
        return at > 0 && at < size() && isOnly(gap(at), " .,");
    }

    /** The first word that begins at a character or after it. */
    int wordFrom(int character) {
        int at = 0;
        while (at < size() && get(at).end() <= character) {
            at++;
        }
        return at;
    }

    /** The text without some of its words.
     *  @param left the numbers of the words to leave out */
    String without(BitSet left) {
        if (left.isEmpty()) {
            return text;
        }
        var rest = new StringJoiner(" ");
        int from = 0;
        for (int at = left.nextSetBit(0); at >= 0; ) {
            int to = left.nextClearBit(at);
            add(text.substring(from, get(at).start()), rest);
            from = get(to - 1).end();
            at = left.nextSetBit(to);
        }
        add(text.substring(from), rest);
        return rest.toString();
    }

    /** What is left next to what was taken, without the comma that parted them. */
    private static void add(String piece, StringJoiner rest) {
        var words = piece.strip();
        var isOnlySign = words.length() == 1 && ",.;".contains(words);
        var stripped = rest.length() > 0 && !words.isEmpty() && ",.;".indexOf(words.charAt(0)) >= 0
                ? words.substring(1).strip()
                : words;
        if (!isOnlySign && !stripped.isEmpty()) {
            rest.add(stripped);
        }
    }
}
