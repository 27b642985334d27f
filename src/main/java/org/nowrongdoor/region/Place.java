package org.nowrongdoor.region;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** A place that is read from words.
     *  @param candidates other readings, the largest first */
    public static Place of(Region region, String from, List<Region> candidates) {
        var isPlace = region.kind() == RegionKind.PLACE;
        var hasMiddle = isPlace || region.kind() == RegionKind.COUNTY;
        return new Place(region, hasMiddle ? region.point() : null, from, hasMiddle && !isPlace, candidates);
    }

    /** Words that no single place was read from. */
    public static Place unclear(String from, List<Region> candidates) {
        return new Place(null, null, from, false, candidates);
    }

    /** The same as a question: what it was taken for is only the first of what it may be. */
    public Place asked() {
        return unclear(
                Objects.requireNonNullElse(from, ""),
                Stream.concat(resolved().stream(), candidates.stream()).toList());
    }

    /** The same question with more that it may be. */
    Place or(List<Region> others) {
        return new Place(
                region,
                point,
                from,
                approximate,
                Stream.concat(candidates.stream(), others.stream())
                        .distinct()
                        .limit(ParsedPlaceName.MOST_CANDIDATES)
                        .toList());
    }

    /** The same, read from other words. */
    public Place from(String words) {
        return new Place(region, point, words, approximate, candidates);
    }

    /** The region, if it is clear. */
    public Optional<Region> resolved() {
        return Optional.ofNullable(region);
    }
}
