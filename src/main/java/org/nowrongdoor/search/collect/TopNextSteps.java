package org.nowrongdoor.search.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.nowrongdoor.search.engine.NextStepFinder;
import org.nowrongdoor.search.index.NextStepKind;
import org.nowrongdoor.search.index.NextStepRank;

/** The best doors of each kind so far. A door may be among the best of several kinds and is chosen for the first. */
final class TopNextSteps {

    /** A service's place among the doors. */
    private record Place(int points, UUID id) {
        /** The best first; among equals the order of the index. */
        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::points).reversed().thenComparing(Place::id);
    }

    record Chosen(NextStepKind kind, UUID id) {}

    private final List<NextStepFinder.Wanted> wanted;
    private final Set<UUID> shown;
    private final int[] enough;
    private final List<PriorityQueue<Place>> best = new ArrayList<>();
    /** By kind: with fewer points than this, a door cannot come among the best. */
    private final int[] least;

    TopNextSteps(List<NextStepFinder.Wanted> wanted, Set<UUID> shown) {
        this.wanted = wanted;
        this.shown = shown;
        enough = new int[NextStepKind.values().length];
        least = new int[enough.length];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (var number = 0; number < enough.length; number++) {
            best.add(new PriorityQueue<>(Place.ORDER.reversed()));
        }
        // Those chosen for an earlier kind may be missed in a later one.
        var chosenBefore = 0;
        for (var some : wanted) {
            enough[some.kind().number()] = some.most() + chosenBefore;
            least[some.kind().number()] = 0;
            chosenBefore += some.most();
        }
    }

    /** Those of some kinds in which so many points may bring a door among the best.
     *  @param kinds as {@link NextStepRank#bits} */
    int open(int kinds, int points) {
        var open = 0;
        for (var kind = 0; kind < least.length; kind++) {
            if (points >= least[kind]) {
                open |= 1 << kind;
            }
        }
        return open & kinds;
    }

    /** @param kinds as {@link NextStepRank#bits} */
    void add(int kinds, int points, UUID id) {
        if (shown.contains(id)) {
            return;
        }
        var place = new Place(points, id);
        for (var kind = 0; kind < enough.length; kind++) {
            if ((kinds & 1 << kind) != 0) {
                add(place, kind);
            }
        }
    }

    private void add(Place place, int kind) {
        var places = best.get(kind);
        places.add(place);
        if (places.size() > enough[kind]) {
            places.remove();
        }
        if (places.size() == enough[kind]) {
            least[kind] = places.element().points();
        }
    }

    List<Chosen> chosen() {
        var chosen = new ArrayList<Chosen>();
        var taken = new HashSet<UUID>();
        for (var some : wanted) {
            best.get(some.kind().number()).stream()
                    .sorted(Place.ORDER)
                    .filter(place -> !taken.contains(place.id()))
                    .limit(some.most())
                    .forEach(place -> chosen.add(new Chosen(some.kind(), place.id())));
            chosen.forEach(door -> taken.add(door.id()));
        }
        return chosen;
    }
}
