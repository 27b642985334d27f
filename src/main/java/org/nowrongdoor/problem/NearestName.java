package org.nowrongdoor.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.nowrongdoor.text.EditDistance;

/** What someone probably meant by a name that is not known. */
public final class NearestName {

    // A name is a slip of another one when at most a third of it differs; beyond that a guess misleads.
    private static final int LETTERS_PER_SLIP = 3;

    // Longer names than any of ours are not compared: the work grows with the square.
    private static final int LONGEST = 64;

    private NearestName() {}

    /** The known name that differs least, by letters left out, added, changed or swapped with their neighbour. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        if (given.isEmpty() || given.length() > LONGEST) {
            return Optional.empty();
        }
        var folded = fold(given);
        return known.stream()
                .filter(name ->
                        EditDistance.between(folded, fold(name)) <= Math.max(1, folded.length() / LETTERS_PER_SLIP))
                .min(Comparator.<String>comparingInt(name -> EditDistance.between(folded, fold(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The end of a sentence about an unknown name: {@code ; did you mean "needs"?}, or nothing. */
    public static String hint(String given, Collection<String> known) {
        return nearest(given, known)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
