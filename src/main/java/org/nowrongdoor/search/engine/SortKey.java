package org.nowrongdoor.search.engine;

import java.util.Comparator;
import java.util.UUID;

/** A hit's place in the order.
 *  @param value grows towards the end, whatever it stands for */
public record SortKey(double value, UUID id) implements Comparable<SortKey> {

    // Ids compare by their upper and lower halves as signed numbers, which is the order of the index.
    private static final Comparator<SortKey> ORDER =
            Comparator.comparingDouble(SortKey::value).thenComparing(SortKey::id);

    /** The value of what no one can put into an order; it comes last. */
    public static final double LAST = Double.MAX_VALUE;

    @Override
    public int compareTo(SortKey other) {
        return ORDER.compare(this, other);
    }
}
