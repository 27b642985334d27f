package org.nowrongdoor.search.collect;

import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.engine.HitPlace;

/** The best of some hits so far. */
final class BestHits {

    private final int most;
    private final @Nullable HitPlace after;
    private final PriorityQueue<HitPlace> best = new PriorityQueue<>(Collections.reverseOrder());

    /** @param after where they begin; null for the very first */
    BestHits(int most, @Nullable HitPlace after) {
        this.most = most;
        this.after = after;
    }

    /** What comes after this is not among the best, whatever its id. */
    double last() {
        return best.size() < most ? Double.POSITIVE_INFINITY : best.element().value();
    }

    void add(HitPlace place) {
        if (after != null && place.compareTo(after) <= 0) {
            return;
        }
        best.add(place);
        if (best.size() > most) {
            best.remove();
        }
    }

    /** The best first. */
    List<HitPlace> places() {
        return best.stream().sorted().toList();
    }
}
