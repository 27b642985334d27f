package org.nowrongdoor.search.index;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Time zones whose clocks show the same from 2025 to 2031, as far as anybody knows: one name does for them all.
 *  @param firsts zone to the first one that is like it */
record EquivalentTimeZones(Map<String, String> firsts) {

    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2031-01-01T00:00:00Z");

    /** What a clock shows between the two: where it begins, and every change. */
    private record Shown(ZoneOffset begins, List<ZoneOffsetTransition> changes) {}

    static EquivalentTimeZones of(Collection<String> zones) {
        Map<Shown, String> seen = new HashMap<>();
        Map<String, String> firsts = new HashMap<>();
        zones.stream()
                .sorted()
                .forEach(zone -> firsts.put(
                        zone, seen.computeIfAbsent(shown(ZoneId.of(zone).getRules()), clock -> zone)));
        return new EquivalentTimeZones(Map.copyOf(firsts));
    }

    private static Shown shown(ZoneRules rules) {
        var changes = new ArrayList<ZoneOffsetTransition>();
        var next = rules.nextTransition(FROM);
        while (next != null && next.getInstant().isBefore(UNTIL)) {
            changes.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return new Shown(rules.getOffset(FROM), changes);
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
