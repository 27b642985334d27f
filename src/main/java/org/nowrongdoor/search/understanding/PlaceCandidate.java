package org.nowrongdoor.search.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.region.Place;
import org.nowrongdoor.region.Region;

/** Words of a line that may be a place.
 *  @param from the first of them, counted from 0
 *  @param to the one after the last
 *  @param place what it is taken for
 *  @param others what else is called so, the likeliest first
 *  @param isSure a postal code or a name with its state
 *  @param score in orders of magnitude of people, what the words around it say included
 *  @param objection what argues against it; null when nothing does */
record PlaceCandidate(
        int from,
        int to,
        Place place,
        List<Region> others,
        boolean isSure,
        double score,
        ContextReader.@Nullable Objection objection) {

    Region region() {
        return place.resolved().orElseThrow();
    }

    /** Whether it is a name that people know for a place, whatever argues against it here. */
    boolean isLikely() {
        return isSure || score >= PlaceScorer.LIKELY;
    }

    boolean isMeant() {
        return objection == null && isLikely();
    }

    boolean overlaps(int start, int end) {
        return from < end && start < to;
    }

    PlaceCandidate with(Region chosen, List<Region> rest) {
        return new PlaceCandidate(
                from,
                to,
                Place.of(chosen, place.from() == null ? "" : place.from(), rest),
                rest,
                isSure,
                score,
                objection);
    }
}
