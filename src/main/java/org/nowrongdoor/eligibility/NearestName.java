package org.nowrongdoor.eligibility;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a mistyped one most likely meant. */
final class NearestName {

    // 50: longer than any name we know; a hostile name must not cost time
    private static final int MOST_LETTERS = 50;

    private NearestName() {}

    /** The nearest name by letters changed, if it is near at all: a third of the letters, at least two. */
    static Optional<String> of(String typed, Collection<String> known) {
        if (typed.length() > MOST_LETTERS) {
            return Optional.empty();
        }
        String name = typed.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        int near = Math.max(2, name.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= near);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[b.length()];
    }
}
