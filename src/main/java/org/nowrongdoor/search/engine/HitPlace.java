package org.nowrongdoor.search.engine;

import java.util.Comparator;
import java.util.UUID;

/** A hit's place in the order.
 *  @param value grows towards the end, whatever it stands for */
public record HitPlace(double value, UUID id) implements Comparable<HitPlace> {

    private static final Comparator<HitPlace> ORDER = Comparator.comparingDouble(HitPlace::value)
            .thenComparingLong(place -> place.id().getMostSignificantBits())
            .thenComparingLong(place -> place.id().getLeastSignificantBits());

    /** The value of what nobody can put into an order; it comes last. */
    public static final double LAST = Double.MAX_VALUE;

    @Override
    public int compareTo(HitPlace other) {
        return ORDER.compare(this, other);
    }
}
