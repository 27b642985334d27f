package org.nowrongdoor.http;

import java.util.Collection;
import java.util.Comparator;

/** Finds the known name that an unknown one was meant to be. */
public final class NearestName {

    private NearestName() {}

    /** A sentence that refuses a name and offers what it may have been. */
    public static String unknown(String name, Collection<String> known) {
        var said = Quoted.of(name) + " is not known here";
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(nearest -> distance(name, nearest) <= Math.max(2, nearest.length() / 2))
                .map(nearest -> said + "; did you mean \"" + nearest + "\"?")
                .orElseGet(() -> said
                        + (known.isEmpty() ? "; nothing may be added" : "; known are " + String.join(", ", known)));
    }

    /** Single-letter edits that lie between two words (Levenshtein). */
    static int distance(String from, String to) {
        var previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            var current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int swap = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(swap, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
