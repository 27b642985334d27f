package org.nowrongdoor.region;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.text.EditDistance;

/** The gazetteer: every region by id, and what lies in what. Held in memory, the same for every node. */
@Singleton
public class Regions {

    private static final int NEAR_MISSES = 5;
    private static final int LONGEST_ID = 60;
    private static final int SHORTEST_WITH_SLIP = 5;

    private final Gazetteer gazetteer;
    private final Map<String, List<Region>> children = new HashMap<>();

    /** Reads the packaged files: some 25,000 regions. */
    public Regions() {
        this(PackagedGazetteer.regions());
    }

    Regions(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        for (var region : gazetteer.byId().values()) {
            if (region.parentId() != null && region.kind() != RegionKind.PLACE) {
                children.computeIfAbsent(region.parentId(), id -> new ArrayList<>())
                        .add(region);
            }
        }
    }

    Gazetteer gazetteer() {
        return gazetteer;
    }

    /** A region by its id, which is written exactly so: {@code us}, {@code MN}, {@code 27053}, {@code MN/minneapolis}. */
    public Optional<Region> find(String id) {
        return Optional.ofNullable(gazetteer.byId().get(id));
    }

    /** A region by its id.
     *  @throws ProblemException NOT_FOUND with the ids that look like it */
    public Region get(String id) {
        return find(id).orElseThrow(() -> {
            var near = nearMisses(id);
            return ProblemException.of(
                            ProblemKind.NOT_FOUND,
                            "there is no such region. An id is us, MN (state), 27053 (county) or MN/minneapolis"
                                    + " (place)."
                                    + (near.isEmpty() ? "" : " Near it: " + String.join(", ", near) + "."))
                    .with(Map.of("near", near));
        });
    }

    /** Every region: the nation, states, counties, places. */
    public Collection<Region> list() {
        return gazetteer.byId().values();
    }

    /** The counties of a state, or the states of the nation. */
    public List<Region> children(String id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    /** What a region lies in, the smallest first: county, state, nation. */
    public List<Region> ancestors(Region region) {
        var found = new ArrayList<Region>();
        for (var parent = region.parentId(); parent != null; ) {
            var larger = get(parent);
            found.add(larger);
            parent = larger.parentId();
        }
        return found;
    }

    /** The region itself or the first of its ancestors that is at least as large as a kind: a place widened to COUNTY
     *  is its county, or its state where there are no counties. */
    public Region widen(String id, RegionKind kind) {
        var region = get(id);
        while (kind.isLargerThan(region.kind()) && region.parentId() != null) {
            region = get(region.parentId());
        }
        return region;
    }

    /** The ids of every area that covers a region, itself first, the nation last. Counties whose bounds were redrawn cover
     *  each other where they overlap, so that a record with the old county is still found. */
    public List<String> covering(String id) {
        var ids = new LinkedHashSet<String>();
        var region = get(id);
        var redrawn = gazetteer.alsoIn().getOrDefault(id, List.of());
        ids.add(id);
        ids.addAll(redrawn);
        for (var larger : ancestors(region)) {
            ids.add(larger.id());
            if (redrawn.isEmpty()) {
                ids.addAll(gazetteer.alsoIn().getOrDefault(larger.id(), List.of()));
            }
        }
        return List.copyOf(ids);
    }

    /** Whether an area covers a region: the region itself, what it lies in, or a county that overlaps its own. */
    public boolean covers(String outerId, String innerId) {
        return find(innerId).isPresent() && covering(innerId).contains(outerId);
    }

    /** Ids that someone may have meant. */
    public List<String> nearMisses(String id) {
        if (id.length() > LONGEST_ID) {
            return List.of();
        }
        var key = PlaceNames.key(id);
        return gazetteer.byId().keySet().stream()
                .filter(known -> known.equalsIgnoreCase(id)
                        || (known.length() >= SHORTEST_WITH_SLIP && EditDistance.isWithinOne(known, id))
                        || (known.indexOf('/') > 0 && PlaceNames.key(known).equals(key)))
                .limit(NEAR_MISSES)
                .toList();
    }
}
