package org.nowrongdoor.search.index;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nowrongdoor.text.FoldedText;

/** A name without what people leave out when they type it: accents, case, punctuation, the article in front. */
public final class NameKey {

    // Six words: what anybody types without a space is the beginning of a name.
    private static final int WORDS = 6;
    private static final int LONGEST = 4;

    private NameKey() {}

    /** Neighbouring words of a name written as one, as web addresses have them and as people type them. */
    static Stream<String> joined(String name) {
        var words = List.of(of(name).split(" "));
        var most = Math.min(words.size(), WORDS);
        return IntStream.range(0, most)
                .boxed()
                .flatMap(from -> IntStream.rangeClosed(from + 2, Math.min(most, from + LONGEST))
                        .mapToObj(to -> String.join("", words.subList(from, to))));
    }

    public static String of(String name) {
        var words = FoldedText.of(name);
        return words.startsWith("the ") ? words.substring(4) : words;
    }
}
