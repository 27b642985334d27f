package org.nowrongdoor.search.index;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nowrongdoor.text.AcronymNormalizer;
import org.nowrongdoor.text.FoldedText;

/** A name without what people leave out when they type it: accents, case, punctuation, dots in an acronym, the article
 *  in front. */
public final class NameKey {

    // Six words: what anybody types without a space is the beginning of a name.
    private static final int WORDS = 6;
    private static final int LONGEST = 4;

    // What says nothing at the end of a name.
    private static final Set<String> LEFT_OUT =
            Set.of("services", "service", "program", "project", "center", "inc", "llc");

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

    /** The key of a name, and of what people say for it: Southside Harm Reduction for one that ends in Services. */
    public static Stream<String> said(String name) {
        var key = of(name);
        var last = key.lastIndexOf(' ');
        var isLong = last > 0 && key.lastIndexOf(' ', last - 1) > 0;
        return isLong && LEFT_OUT.contains(key.substring(last + 1))
                ? Stream.of(key, key.substring(0, last))
                : Stream.of(key);
    }

    public static String of(String name) {
        var words = FoldedText.of(AcronymNormalizer.joined(name));
        return words.startsWith("the ") ? words.substring(4) : words;
    }
}
