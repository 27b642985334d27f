package org.nowrongdoor.search;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Time zones whose clocks have shown the same since 2025 and will as far as anybody knows: one name does for them all.
 *  @param firsts zone to the first one that is like it */
record ZonesAlike(Map<String, String> firsts) {

    private static final Instant FROM =
            LocalDate.of(2025, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    // Six-hour steps over six years: no two zones of the gazetteer change their clocks within one.
    private static final Duration STEP = Duration.ofHours(6);
    private static final int STEPS = 6 * 366 * 4;

    static ZonesAlike of(Collection<String> zones) {
        Map<List<ZoneOffset>, String> seen = new HashMap<>();
        Map<String, String> firsts = new HashMap<>();
        zones.stream()
                .sorted()
                .forEach(zone -> firsts.put(zone, seen.computeIfAbsent(offsets(ZoneId.of(zone)), offsets -> zone)));
        return new ZonesAlike(Map.copyOf(firsts));
    }

    private static List<ZoneOffset> offsets(ZoneId zone) {
        return IntStream.range(0, STEPS)
                .mapToObj(step -> zone.getRules().getOffset(FROM.plus(STEP.multipliedBy(step))))
                .toList();
    }

    /** One zone of each group. */
    List<String> first() {
        return firsts.values().stream().distinct().sorted().toList();
    }

    /** The zone that stands for this one; itself where it is not of the gazetteer. */
    String firstLike(String zone) {
        return firsts.getOrDefault(zone, zone);
    }
}
