package org.nowrongdoor.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.region.PostalCodes.PostalCode;
import org.nowrongdoor.text.EditDistance;
import org.nowrongdoor.text.FoldedText;

/** Every name that a region goes by, in the one spelling in which names are compared. */
final class PlaceNames {

    private static final Map<String, String> SHORT_FORMS =
            Map.of("st", "saint", "ste", "sainte", "ft", "fort", "mt", "mount");
    private static final Pattern COUNTY_WORD =
            Pattern.compile(" (county|parish|city and borough|borough|census area|municipality|planning region|city)$");
    private static final Pattern LETTERS = Pattern.compile("(?<![^ ])[a-z](?: [a-z](?![^ ]))+");
    // 5: the shortest word in which one wrong letter is still told from another word.
    private static final int SHORTEST_WITH_SLIP = 5;

    private final Map<String, List<Region>> places = new HashMap<>(32_768);
    private final Map<String, List<Region>> counties = new HashMap<>(8_192);
    private final Map<String, Region> states = new HashMap<>();
    private final Map<String, List<Region>> areas = new HashMap<>();
    private final Gazetteer gazetteer;
    private volatile @Nullable AlternateNames rare;

    PlaceNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        gazetteer.areas().forEach((name, regions) -> areas.put(key(name), regions));
        for (var region : gazetteer.byId().values()) {
            var usual = gazetteer.usualNames().getOrDefault(region.id(), List.of());
            switch (region.kind()) {
                case PLACE -> {
                    usual.forEach(name -> add(places, key(name), region));
                    add(places, key(bareName(region)), region);
                }
                case COUNTY -> addCounty(region);
                case STATE -> addState(region, usual);
                case NATION ->
                    Stream.of("us", "usa", "united states", "united states of america", "estados unidos")
                            .forEach(name -> states.put(name, region));
            }
        }
    }

    /** The spelling in which names are compared: folded, Saint, Fort and Mount written out, and single letters in one
     *  word: D.C. and N. Y. are dc and ny. */
    static String key(String text) {
        var folded = joined(FoldedText.of(text));
        if (!folded.contains("t")) {
            return folded;
        }
        var from = 0;
        StringBuilder written = null;
        for (int end; from <= folded.length(); from = end + 1) {
            end = folded.indexOf(' ', from);
            end = end < 0 ? folded.length() : end;
            var full = end - from <= 3 ? SHORT_FORMS.get(folded.substring(from, end)) : null;
            if (full != null && written == null) {
                written = new StringBuilder(folded.substring(0, from));
            }
            if (written != null) {
                written.append(full != null ? full : folded.substring(from, end))
                        .append(' ');
            }
        }
        return written == null ? folded : written.toString().strip();
    }

    private static String joined(String folded) {
        return LETTERS.matcher(folded).find()
                ? LETTERS.matcher(folded).replaceAll(found -> found.group().replace(" ", ""))
                : folded;
    }

    /** One folded word in that spelling. */
    static String word(String folded) {
        return SHORT_FORMS.getOrDefault(folded, folded);
    }

    /** Every name of a place, a county, a state or an area in that spelling. */
    Stream<String> keys() {
        return Stream.of(places, counties, states, areas).flatMap(known -> known.keySet().stream());
    }

    /** The name without its state. */
    static String bareName(Region region) {
        var comma = region.name().lastIndexOf(", ");
        return comma < 0 ? region.name() : region.name().substring(0, comma);
    }

    private void addCounty(Region region) {
        var full = key(bareName(region));
        add(counties, full, region);
        var bare = COUNTY_WORD.matcher(full).replaceFirst("");
        if (!bare.equals(full)) {
            add(counties, bare, region);
        }
    }

    private void addState(Region region, List<String> others) {
        states.put(region.id().toLowerCase(Locale.ROOT), region);
        states.put(key(region.name()), region);
        others.forEach(other -> states.putIfAbsent(key(other), region));
    }

    static void add(Map<String, List<Region>> names, String key, Region region) {
        var have = names.get(key);
        if (have == null) {
            names.put(key, List.of(region));
        } else if (have.stream().noneMatch(known -> known.id().equals(region.id()))) {
            var more = new ArrayList<>(have);
            more.add(region);
            names.put(key, List.copyOf(more));
        }
    }

    /** A state, or the nation, by code or name. */
    Optional<Region> state(String key) {
        return Optional.ofNullable(states.get(key));
    }

    /** A state by its name with one slip. */
    Optional<Region> stateWithSlip(String key) {
        return withSlip(states, key).findFirst();
    }

    /** Places and counties of exactly this name. */
    List<Region> byName(ParsedPlaceName reading) {
        var found = new ArrayList<Region>();
        if (!reading.isCounty()) {
            found.addAll(places.getOrDefault(reading.name(), List.of()));
        }
        found.addAll(counties.getOrDefault(reading.name(), List.of()));
        return reading.inState(found);
    }

    /** The regions that an area of this name is made of, the largest first. */
    List<Region> area(ParsedPlaceName reading) {
        return reading.inState(areas.getOrDefault(reading.name(), List.of()));
    }

    /** Places of which this name is a part, the largest first: Far Rockaway of Rockaway. */
    List<Region> longer(String name) {
        return rare().longer(name);
    }

    /** Places that are also called so. */
    List<Region> byOtherName(ParsedPlaceName reading) {
        return reading.isCounty() ? List.of() : reading.inState(rare().byOtherName(reading.name()));
    }

    /** Places and counties whose name is one slip away. */
    List<Region> bySlip(ParsedPlaceName reading) {
        var near = withSlip(counties, reading.name());
        if (!reading.isCounty()) {
            near = Stream.concat(near, withSlip(places, reading.name()));
        }
        return reading.inState(near.flatMap(List::stream).distinct().toList());
    }

    /** Names that someone may have meant who wrote something that nothing is called, the likeliest first. */
    List<Region> nearest(ParsedPlaceName reading, int limit) {
        int most = Math.min(3, reading.name().length() / 2);
        var near = new HashMap<Region, Integer>();
        for (var names : reading.isCounty() ? List.of(counties) : List.of(counties, places)) {
            for (var entry : names.entrySet()) {
                if (Math.abs(entry.getKey().length() - reading.name().length()) <= most) {
                    int slips = EditDistance.between(entry.getKey(), reading.name(), most);
                    if (slips <= most) {
                        reading.inState(entry.getValue()).forEach(region -> near.merge(region, slips, Math::min));
                    }
                }
            }
        }
        return near.keySet().stream()
                .sorted(Comparator.<Region>comparingInt(near::get)
                        .thenComparing(region -> -region.population())
                        .thenComparing(Region::id))
                .limit(limit)
                .collect(Collectors.toList());
    }

    /** A town that the post knows and the list of places does not. */
    @Nullable PostalCode town(ParsedPlaceName reading) {
        return reading.state() == null ? null : rare().town(reading.name(), reading.state());
    }

    /** Sorted out by the first who asks for one: a start need not wait for names that few use. */
    private AlternateNames rare() {
        var known = rare;
        if (known == null) {
            synchronized (this) {
                known = rare;
                if (known == null) {
                    known = new AlternateNames(gazetteer);
                    rare = known;
                }
            }
        }
        return known;
    }

    private static <T> Stream<T> withSlip(Map<String, T> names, String name) {
        return name.length() < SHORTEST_WITH_SLIP
                ? Stream.of()
                : names.entrySet().stream()
                        .filter(known -> known.getKey().length() >= SHORTEST_WITH_SLIP
                                && EditDistance.isWithinOne(known.getKey(), name))
                        .map(Map.Entry::getValue);
    }
}
