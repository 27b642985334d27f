package org.nowrongdoor.region;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.nowrongdoor.http.record.Suggestion;
import org.nowrongdoor.text.EditDistance;

/** Places that a person may be typing. */
@Singleton
public class PlaceSuggester {

    private static final int SHORTEST_WITH_SLIP = 5;
    // A larger area comes before places of the same beginning; the number only has to be beyond any population.
    private static final int STATE_FIRST = 1_000_000_000;
    private static final Comparator<Entry> LARGEST_FIRST =
            Comparator.<Entry>comparingInt(entry -> -entry.weight).thenComparing(entry -> entry.region.id());

    private final Entry[] entries;

    /** Sorts the names of the gazetteer. */
    public PlaceSuggester(Regions regions) {
        var all = new ArrayList<Entry>(32_768);
        for (var region : regions.list()) {
            var state =
                    region.stateCode() == null ? "" : " " + region.stateCode().toLowerCase(Locale.ROOT);
            var isLarger = region.kind() != RegionKind.PLACE && region.kind() != RegionKind.COUNTY;
            var tail = isLarger ? "" : state;
            int weight = weight(region);
            all.add(new Entry(PlaceNames.key(PlaceNames.bareName(region)) + tail, region, weight));
            for (var usual : regions.gazetteer().usualNames().getOrDefault(region.id(), List.of())) {
                all.add(new Entry(PlaceNames.key(usual) + tail, region, weight));
            }
        }
        regions.gazetteer()
                .areas()
                .forEach((name, meant) ->
                        meant.forEach(region -> all.add(new Entry(PlaceNames.key(name), region, weight(region)))));
        entries = all.toArray(Entry[]::new);
        Arrays.sort(entries, Comparator.comparing(Entry::key));
    }

    /** A county has few who call it by its name: its towns come before it. */
    private static int weight(Region region) {
        return switch (region.kind()) {
            case PLACE -> region.population();
            case COUNTY -> region.population() / 10;
            case STATE, NATION -> STATE_FIRST;
        };
    }

    private record Entry(String key, Region region, int weight) {}

    /** Regions whose name begins so, the largest first; from five letters on one slip is forgiven where none does. */
    public List<Region> starting(String prefix, int limit) {
        var typed = PlaceNames.key(prefix);
        if (typed.isEmpty() || typed.length() > 100 || limit < 1) {
            return List.of();
        }
        var best = new PriorityQueue<>(LARGEST_FIRST.reversed());
        for (int at = first(typed); at < entries.length && entries[at].key.startsWith(typed); at++) {
            offer(best, entries[at], limit);
        }
        if (best.isEmpty() && typed.length() >= SHORTEST_WITH_SLIP) {
            // No one mistypes the first letter: the others of that letter are all that is looked at.
            var letter = typed.substring(0, 1);
            for (int at = first(letter); at < entries.length && entries[at].key.startsWith(letter); at++) {
                if (isNearlyStart(entries[at].key, typed)) {
                    offer(best, entries[at], limit);
                }
            }
        }
        return best.stream().sorted(LARGEST_FIRST).map(Entry::region).distinct().toList();
    }

    /** The same as suggestions; names are not translated. */
    public List<Suggestion> suggest(String prefix, int limit) {
        return starting(prefix, limit).stream()
                .map(region -> new Suggestion("place", region.id(), region.name()))
                .toList();
    }

    private int first(String typed) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries[middle].key.compareTo(typed) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isNearlyStart(String key, String typed) {
        for (int length = typed.length() - 1; length <= typed.length() + 1; length++) {
            if (length <= key.length() && EditDistance.isWithinOne(key.substring(0, length), typed)) {
                return true;
            }
        }
        return false;
    }

    /** Keeps an entry if it is one of the largest, each region once. */
    private static void offer(PriorityQueue<Entry> best, Entry entry, int limit) {
        var least = best.peek();
        if (least != null && best.size() == limit && LARGEST_FIRST.compare(entry, least) >= 0) {
            return;
        }
        if (best.stream().anyMatch(other -> other.region.equals(entry.region))) {
            return;
        }
        best.add(entry);
        if (best.size() > limit) {
            best.poll();
        }
    }
}
