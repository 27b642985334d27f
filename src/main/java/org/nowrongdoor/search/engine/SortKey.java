package org.nowrongdoor.search.engine;

import java.util.Comparator;
import java.util.UUID;

/** A hit's place in the order.
 *  @param value grows towards the end, whatever it stands for */
public record SortKey(double value, UUID id) implements Comparable<SortKey> {

    private static final Comparator<SortKey> ORDER = Comparator.comparingDouble(SortKey::value)
            .thenComparingLong(place -> place.id().getMostSignificantBits())
            .thenComparingLong(place -> place.id().getLeastSignificantBits());

    /** The value of what nobody can put into an order; it comes last. */
    public static final double LAST = Double.MAX_VALUE;

    @Override
    public int compareTo(SortKey other) {
        return ORDER.compare(this, other);
    }
}
