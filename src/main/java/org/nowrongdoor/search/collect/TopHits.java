package org.nowrongdoor.search.collect;

import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.engine.SortKey;

/** The best of some hits so far. */
final class TopHits {

    private final int most;
    private final @Nullable SortKey after;
    private final PriorityQueue<SortKey> best = new PriorityQueue<>(Collections.reverseOrder());

    /** @param after where they begin; null for the very first */
    TopHits(int most, @Nullable SortKey after) {
        this.most = most;
        this.after = after;
    }

    /** What comes after this is not among the best, whatever its id. */
    double last() {
        return best.size() < most ? Double.POSITIVE_INFINITY : best.element().value();
    }

    void add(SortKey place) {
        if (after != null && place.compareTo(after) <= 0) {
            return;
        }
        best.add(place);
        if (best.size() > most) {
            best.remove();
        }
    }

    /** The best first. */
    List<SortKey> places() {
        return best.stream().sorted().toList();
    }
}
