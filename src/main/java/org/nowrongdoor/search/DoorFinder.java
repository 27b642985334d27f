package org.nowrongdoor.search;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds the best doors of each kind that a question's place, filters and person leave. */
interface DoorFinder {

    /** So many doors of a kind at most. */
    record Wanted(DoorKind kind, int most) {}

    record Door(DoorKind kind, StoredService service) {}

    /** The best by {@link DoorRank}, in the order in which they are wanted; no door twice.
     *  @param shown the services that are not wanted */
    List<Door> best(ServiceQuery query, Set<UUID> shown, List<Wanted> wanted);
}
