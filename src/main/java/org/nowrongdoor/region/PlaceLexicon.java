package org.nowrongdoor.region;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.text.EditDistance;

/** Names of regions for a reader that looks up every few words of a line: one look into a map each. Keys are spelled as
 *  {@link #word} spells each word, with single spaces. */
@Singleton
public class PlaceLexicon {

    // 50,000: of smaller towns other names are old, foreign or those of suburbs, and none that people type.
    private static final int LARGE_WITH_OTHER_NAME = 50_000;
    private static final int SHORTEST_OTHER_NAME = 5;
    // 100,000: "prison" is no slip for Rison.
    private static final int LARGE_WITH_SLIP = 100_000;
    private static final int SHORTEST_WITH_SLIP = 7;
    // 10: in so long a name two slips leave no doubt: alberquerque.
    private static final int SHORTEST_WITH_TWO_SLIPS = 10;
    private static final int MOST_SLIPS = 2;
    // 300,000 and 5: of a shorter name only a letter written twice, or once instead of twice, is a slip: tamppa, dalas.
    private static final int LARGE_WITH_DOUBLED_LETTER = 300_000;
    private static final int SHORTEST_WITH_DOUBLED_LETTER = 5;

    private static final Set<String> SAYS_KIND = Set.of(
            "county",
            "cty",
            "cnty",
            "co",
            "condado",
            "parish",
            "borough",
            "area",
            "municipality",
            "region",
            "city",
            "town",
            "village",
            "ciudad",
            "pueblo");

    private final Regions regions;
    private final PlaceNames names;
    private final Map<String, List<Region>> otherNames = new HashMap<>();
    private final Map<String, Set<Region>> withoutLetters = new HashMap<>();
    private final Map<String, Set<Region>> withoutDoubles = new HashMap<>();
    private final Set<String> firstWords = new HashSet<>();
    private int longestWithSlip;

    /** Sorts the packaged names. */
    public PlaceLexicon(Regions regions) {
        this.regions = regions;
        names = PackagedGazetteer.names();
        names.keys().forEach(key -> firstWords.add(firstWord(key)));
        for (var region : regions.list()) {
            if (region.kind() == RegionKind.PLACE && region.population() >= LARGE_WITH_OTHER_NAME) {
                addOtherNames(region);
            }
            if (region.kind() == RegionKind.PLACE && region.population() >= LARGE_WITH_SLIP) {
                addSlips(PlaceNames.key(PlaceNames.bareName(region)), region);
            }
        }
    }

    private void addOtherNames(Region region) {
        for (var other :
                regions.gazetteer().otherNames().getOrDefault(region.id(), "").split(";", -1)) {
            var key = AlternateNames.isTyped(other) ? PlaceNames.key(other) : "";
            if (key.length() >= SHORTEST_OTHER_NAME) {
                PlaceNames.add(otherNames, key, region);
                firstWords.add(firstWord(key));
            }
        }
    }

    private void addSlips(String key, Region region) {
        longestWithSlip = Math.max(longestWithSlip, key.length());
        for (var shorter : shortened(key)) {
            withoutLetters
                    .computeIfAbsent(shorter, fresh -> new LinkedHashSet<>(1))
                    .add(region);
        }
        if (region.population() >= LARGE_WITH_DOUBLED_LETTER && key.length() >= SHORTEST_WITH_DOUBLED_LETTER) {
            withoutDoubles
                    .computeIfAbsent(undoubled(key), fresh -> new LinkedHashSet<>(1))
                    .add(region);
        }
    }

    /** A name itself and without any letter; a long one also without any two. */
    private static Set<String> shortened(String key) {
        var all = new LinkedHashSet<String>();
        all.add(key);
        if (key.length() >= SHORTEST_WITH_SLIP - 1) {
            shorten(key, all);
        }
        if (key.length() >= SHORTEST_WITH_TWO_SLIPS - 1) {
            List.copyOf(all).forEach(shorter -> shorten(shorter, all));
        }
        return all;
    }

    private static void shorten(String key, Set<String> into) {
        for (int at = 0; at < key.length(); at++) {
            into.add(key.substring(0, at) + key.substring(at + 1));
        }
    }

    private static String undoubled(String key) {
        var single = new StringBuilder(key.length());
        for (int at = 0; at < key.length(); at++) {
            if (at == 0 || key.charAt(at) != key.charAt(at - 1)) {
                single.append(key.charAt(at));
            }
        }
        return single.toString();
    }

    private static String firstWord(String key) {
        var space = key.indexOf(' ');
        return space < 0 ? key : key.substring(0, space);
    }

    /** The spelling of a folded word in a key. */
    public static String word(String folded) {
        return PlaceNames.word(folded);
    }

    /** Whether any name begins with a word of a key. */
    public boolean begins(String word) {
        return firstWords.contains(word);
    }

    /** A state or the nation by its code or name. */
    public @Nullable Region state(String key) {
        return names.state(key).orElse(null);
    }

    /** A state of whose name a word is one slip away. */
    public @Nullable Region stateNearly(String key) {
        return names.stateWithSlip(key).orElse(null);
    }

    /** The regions that people call so together, or an island. */
    public List<Region> area(String key) {
        return names.area(reading(key));
    }

    /** Places and counties that are called so, the likeliest first: a county counts with a tenth of its people, unless the
     *  word is said, and not at all where it holds a place of the name. */
    public List<Region> called(String key) {
        var reading = reading(key);
        var usual = names.byName(reading);
        if (usual.isEmpty()) {
            var written = QuarterNames.written(key);
            usual = written.equals(key) ? usual : names.byName(reading(written));
        }
        var found = usual.isEmpty() ? otherNames.getOrDefault(key, List.of()) : usual;
        return found.size() < 2 ? found : reading.largestFirst(found, regions);
    }

    /** Only a key with one of these words is read by its patterns, which take longer than all the rest. */
    private static ParsedPlaceName reading(String key) {
        int space = key.indexOf(' ');
        var isPlain = space < 0
                || (!SAYS_KIND.contains(key.substring(0, space))
                        && !SAYS_KIND.contains(key.substring(key.lastIndexOf(' ') + 1)));
        return isPlain ? new ParsedPlaceName(key, null, false) : ParsedPlaceName.single(key, null);
    }

    /** As {@link #shortened}, one after the other: no set of them is built for each word of a line.
     *  @param at letters before this one were left out already, or stay: the first is never the slip */
    private void addNearly(String key, String shorter, int at, int slips, Set<Region> found) {
        var regions = withoutLetters.get(shorter);
        if (regions != null) {
            regions.stream().filter(region -> isNear(key, region)).forEach(found::add);
        }
        for (int next = at; slips > 0 && next < shorter.length(); next++) {
            var rest = shorter.substring(0, next) + shorter.substring(next + 1);
            addNearly(key, rest, next, slips - 1, found);
        }
    }

    /** Large places of which a name is one slip away, of a long name two; the largest first. */
    public List<Region> nearly(String key) {
        var found = new LinkedHashSet<Region>();
        // Ways to leave two letters out grow with the square of the length: a line of 500 signs had gigabytes of them.
        if (key.length() >= SHORTEST_WITH_SLIP && key.length() <= longestWithSlip + MOST_SLIPS) {
            addNearly(key, key, 1, key.length() >= SHORTEST_WITH_TWO_SLIPS - 1 ? MOST_SLIPS : 1, found);
        }
        if (key.length() >= SHORTEST_WITH_DOUBLED_LETTER) {
            found.addAll(withoutDoubles.getOrDefault(undoubled(key), Set.of()));
        }
        return found.stream()
                .sorted((one, other) -> Integer.compare(other.population(), one.population()))
                .toList();
    }

    /** The first letter is never the slip. */
    private static boolean isNear(String key, Region region) {
        var name = PlaceNames.key(PlaceNames.bareName(region));
        int most = name.length() >= SHORTEST_WITH_TWO_SLIPS ? MOST_SLIPS : 1;
        return name.charAt(0) == key.charAt(0) && EditDistance.between(name, key, most) <= most;
    }
}
