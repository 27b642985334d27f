package org.nowrongdoor.search.understanding;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.RegionKind;

/** Finds which of several towns that are called alike is meant, by what this directory has there. */
@Singleton
class ServedPlaceFinder {

    // 3: Rochester, MN has three fifths of the people of Rochester, NY. A town much smaller is meant with its state
    // only.
    private static final int ABOUT_AS_LARGE = 3;

    private final NameLookup names;

    ServedPlaceFinder(NameLookup names) {
        this.names = names;
    }

    /** The same regions, the first town before the others that services say they cover, if it is about as large.
     *  @param named all that are called alike, the largest first */
    List<Region> servedFirst(List<Region> named) {
        var largest = named.get(0);
        if (named.size() == 1 || largest.kind() != RegionKind.PLACE || names.hasServices(largest)) {
            return named;
        }
        return named.stream()
                .filter(other -> other.kind() == RegionKind.PLACE)
                .takeWhile(other -> other.population() >= largest.population() / ABOUT_AS_LARGE)
                .filter(names::hasServices)
                .findFirst()
                .map(served -> Stream.concat(Stream.of(served), named.stream().filter(other -> !other.equals(served)))
                        .toList())
                .orElse(named);
    }
}
