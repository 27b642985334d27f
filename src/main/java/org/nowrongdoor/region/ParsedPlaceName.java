package org.nowrongdoor.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way to read what someone wrote for a place.
 *  @param name in the spelling in which names are compared, without a state
 *  @param state two letters, where one was named
 *  @param isCounty the word county, or one like it, was written */
record ParsedPlaceName(String name, @Nullable String state, boolean isCounty) {

    // 10: one reading is taken for meant when it has ten times the people of the next.
    private static final int DOMINANT = 10;
    // 10: people say "county" when they mean one, so a bare name counts for a county only with a tenth of its people.
    private static final int BARE_COUNTY = 10;
    // 10,000: a larger place is meant by its name, whatever else bears it as a part of its own.
    private static final int LARGE = 10_000;
    static final int MOST_CANDIDATES = 10;
    private static final String SHORT_FORM = " co";
    private static final Pattern TOWN_OF = Pattern.compile("^(city|town|village|ciudad|pueblo) (of|de) ");
    private static final Pattern COUNTY_OF = Pattern.compile("(?:condado|county|cty|co) (?:de|of) (.+)");
    private static final Pattern COUNTY =
            Pattern.compile(".+ (county|parish|borough|census area|municipality|planning region)");
    private static final Pattern SHORT_COUNTY = Pattern.compile("(.+) c(?:ty|nty|ounty)");
    private static final Pattern DOTTED_COUNTY = Pattern.compile("(?i)[^,]+ co\\.");

    /** The ways to read a text, the likeliest first: the whole of it as a name, then a name and its state. */
    static List<ParsedPlaceName> of(String text, PlaceNames names) {
        var readings = new ArrayList<ParsedPlaceName>();
        var parts = text.split(",", -1);
        var country = parts.length > 1 && isNation(names, PlaceNames.key(parts[parts.length - 1])) ? 1 : 0;
        var last = parts.length - 1 - country;
        if (last > 0) {
            names.state(PlaceNames.key(parts[last]))
                    .ifPresent(state -> readings.add(single(PlaceNames.key(parts[0]), state.stateCode())));
        }
        var whole = PlaceNames.key(text);
        readings.add(single(whole, null));
        if (DOTTED_COUNTY.matcher(text.strip()).matches()) {
            // Colorado would be Colo. or CO.
            readings.add(county(whole));
        }
        var words = whole.split(" ");
        for (int take = Math.min(PlaceFinder.MOST_STATE_WORDS, words.length - 1); take > 0; take--) {
            var cut = words.length - take;
            var tail = String.join(" ", List.of(words).subList(cut, words.length));
            var name = String.join(" ", List.of(words).subList(0, cut));
            names.state(tail)
                    // West Texas is a part of Texas, the town is written West, TX.
                    .filter(state -> !QuarterNames.isPart(name))
                    .ifPresent(state -> readings.add(single(name, state.stateCode())));
        }
        if (isShort(whole)) {
            readings.add(county(whole));
        }
        return readings.stream().distinct().toList();
    }

    private static boolean isNation(PlaceNames names, String key) {
        return names.state(key)
                .filter(region -> region.kind() == RegionKind.NATION)
                .isPresent();
    }

    /** The county that a name with co after it may be. */
    static ParsedPlaceName county(String key) {
        return new ParsedPlaceName(key + "unty", null, true);
    }

    /** Whether a name may be short for a county. */
    static boolean isShort(String key) {
        return key.endsWith(SHORT_FORM) && key.length() > SHORT_FORM.length();
    }

    /** A name and its state read in one way.
     *  @param key in the spelling in which names are compared */
    static ParsedPlaceName single(String key, @Nullable String state) {
        var name = SHORT_COUNTY.matcher(TOWN_OF.matcher(key).replaceFirst("")).replaceFirst("$1 county");
        var countyOf = COUNTY_OF.matcher(name);
        if (countyOf.matches()) {
            return new ParsedPlaceName(countyOf.group(1) + " county", state, true);
        }
        if (state != null && isShort(name)) {
            return new ParsedPlaceName(name + "unty", state, true);
        }
        var isCounty = COUNTY.matcher(name).matches();
        return new ParsedPlaceName(name, state, isCounty);
    }

    /** Those that lie in the state that was named. */
    List<Region> inState(List<Region> regions) {
        return state == null
                ? regions
                : regions.stream()
                        .filter(region -> Objects.equals(region.stateCode(), state))
                        .toList();
    }

    /** Which of some regions of this name is meant.
     *  @return unresolved with all of them, the largest first, where none is much more likely than the others */
    Place choose(List<Region> found, String from, Regions regions) {
        var ranked = largestFirst(found, regions);
        if (state == null && !isCounty && QuarterNames.isOne(name)) {
            return Place.unclear(from, ranked);
        }
        var first = ranked.get(0);
        var rival = ranked.stream()
                .skip(1)
                .filter(other -> first.kind() == RegionKind.COUNTY || other.kind() == RegionKind.PLACE)
                .findFirst();
        var isMeant = rival.isEmpty() || weight(first) >= DOMINANT * Math.max(1.0, weight(rival.get()));
        return isMeant ? Place.of(first, from, ranked.subList(1, ranked.size())) : Place.unclear(from, ranked);
    }

    /** The same as a question where a small place, or a small county without the word, is named without its state: other
     *  things are called so too, and a larger place of another state may have it as a part of its name, as Far Rockaway
     *  has Rockaway. */
    Place unlessSmall(Place place, PlaceNames names) {
        var small = place.resolved().filter(region -> state == null && !isCounty && region.population() < LARGE);
        if (small.isEmpty()) {
            return place;
        }
        var longer = names.longer(name).stream()
                .filter(other -> other.population() > small.get().population()
                        && !Objects.equals(other.stateCode(), small.get().stateCode()))
                .toList();
        return longer.isEmpty() && small.get().kind() == RegionKind.PLACE
                ? place
                : place.asked().or(longer);
    }

    /** A county that holds a place of the same name is no reading of its own. */
    List<Region> largestFirst(List<Region> found, Regions regions) {
        var places = found.stream()
                .filter(region -> region.kind() == RegionKind.PLACE)
                .toList();
        return found.stream()
                .filter(region -> region.kind() == RegionKind.PLACE
                        || places.stream().noneMatch(place -> regions.covers(region.id(), place.id())))
                .sorted(Comparator.<Region>comparingDouble(region -> -weight(region))
                        .thenComparing(Region::id))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private double weight(Region region) {
        var isBareCounty = region.kind() == RegionKind.COUNTY && !isCounty;
        return isBareCounty ? (double) region.population() / BARE_COUNTY : region.population();
    }
}
