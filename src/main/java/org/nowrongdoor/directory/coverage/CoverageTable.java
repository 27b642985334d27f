package org.nowrongdoor.directory.coverage;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of services by state and need, as they were at a moment. One that serves several states counts in each; one that
 *  serves the nation counts for the nation, and in a state only where it says so or has a site there.
 *  @param cells by the id of a state, or of the nation, and the code of a need */
record CoverageTable(Instant asOf, Map<String, Map<String, int[]>> cells) {

    private static final int SERVICES = 0;
    private static final int VERIFIED = 1;

    CoverageTable(Instant asOf) {
        this(asOf, new HashMap<>());
    }

    /** Counts a service.
     *  @param regions ids of states, or the nation; each once
     *  @param needs codes of the needs that it meets, with their ancestors; each once */
    void add(Collection<String> regions, Collection<String> needs, boolean isVerified) {
        for (var region : regions) {
            var row = cells.computeIfAbsent(region, id -> new HashMap<>());
            for (var need : needs) {
                var cell = row.computeIfAbsent(need, code -> new int[2]);
                cell[SERVICES]++;
                cell[VERIFIED] += isVerified ? 1 : 0;
            }
        }
    }

    /** The numbers of a region, those of needs that no one meets too. */
    List<NeedCount> counts(String region, List<String> needs) {
        var row = cells.getOrDefault(region, Map.of());
        return needs.stream()
                .map(need -> {
                    var cell = row.getOrDefault(need, new int[2]);
                    return new NeedCount(need, cell[SERVICES], cell[VERIFIED]);
                })
                .toList();
    }
}
