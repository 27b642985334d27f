package org.nowrongdoor.search.place;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.region.Point;
import org.nowrongdoor.region.Region;

/** Where help is looked for: published areas that count, and a circle for public sites.
 *  @param place ids of areas as narrow as the place itself
 *  @param county ids of its county, and of what counts as one
 *  @param state ids of its state
 *  @param within a region in which areas and sites may lie, when a region was asked for; null when a point was
 *  @param point the middle of the place; null when a region was asked for */
public record SearchedPlace(
        Set<String> place,
        Set<String> county,
        Set<String> state,
        @Nullable String within,
        @Nullable Point point,
        double radiusKm) {

    /** The state it lies in; null where it is more than one or none. */
    @Nullable public String onlyState() {
        return state.size() == 1 ? state.iterator().next() : null;
    }

    /** Every area that covers the place. */
    public List<String> covering() {
        return Stream.of(place, county, state, Set.of(Region.NATION))
                .flatMap(Set::stream)
                .toList();
    }

    /** Whether an area covers the place. */
    public boolean covers(String area) {
        return place.contains(area) || county.contains(area) || state.contains(area) || area.equals(Region.NATION);
    }

    /** The areas that cover the place and are no larger than a state. */
    public Set<String> upToState() {
        return Stream.of(place, county, state).flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** The areas that cover the place and are no larger than a county. */
    public Set<String> upToCounty() {
        return Stream.of(place, county).flatMap(Set::stream).collect(Collectors.toSet());
    }
}
