package org.nowrongdoor.region;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was understood of where someone asks for.
 *  @param region null when it is not clear; then {@code candidates} say what it may be
 *  @param point where to measure distances from; null for a state, the nation, military post and when unresolved
 *  @param from the words that were read; null for coordinates, which are never given back
 *  @param approximate the region was inferred from the nearest place, or the point is the middle of a county
 *  @param candidates other readings, the largest first */
public record Place(
        @Nullable Region region,
        @Nullable Point point,
        @Nullable String from,
        boolean approximate,
        List<Region> candidates) {

    static Place of(Region region, String from, List<Region> candidates) {
        var isPlace = region.kind() == RegionKind.PLACE;
        var hasMiddle = isPlace || region.kind() == RegionKind.COUNTY;
        return new Place(region, hasMiddle ? region.point() : null, from, hasMiddle && !isPlace, candidates);
    }

    static Place unclear(String from, List<Region> candidates) {
        return new Place(null, null, from, false, candidates);
    }

    /** The region, if it is clear. */
    public Optional<Region> resolved() {
        return Optional.ofNullable(region);
    }
}
