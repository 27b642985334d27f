package org.nowrongdoor.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant by a name that is not known. */
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
                .filter(name -> slips(folded, fold(name)) <= Math.max(1, folded.length() / LETTERS_PER_SLIP))
                .min(Comparator.<String>comparingInt(name -> slips(folded, fold(name)))
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

    /** Optimal string alignment distance. */
    private static int slips(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            rows[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int changed = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                rows[i][j] = Math.min(changed, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
                if (swapped(a, b, i, j)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }

    private static boolean swapped(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
