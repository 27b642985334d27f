package org.nowrongdoor.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One way to read what someone wrote for a place.
 *  @param name in the spelling in which names are compared, without a state
 *  @param state two letters, where one was named
 *  @param isCounty the word county, or one like it, was written */
record ParsedPlaceName(String name, @Nullable String state, boolean isCounty) {

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
        var words = whole.split(" ");
        for (int take = Math.min(PlaceFinder.MOST_STATE_WORDS, words.length - 1); take > 0; take--) {
            var cut = words.length - take;
            var tail = String.join(" ", List.of(words).subList(cut, words.length));
            var name = String.join(" ", List.of(words).subList(0, cut));
            names.state(tail).ifPresent(state -> readings.add(single(name, state.stateCode())));
        }
        return readings.stream().distinct().toList();
    }

    private static boolean isNation(PlaceNames names, String key) {
        return names.state(key)
                .filter(region -> region.kind() == RegionKind.NATION)
                .isPresent();
    }

    /** A name and its state read in one way.
     *  @param key in the spelling in which names are compared */
    static ParsedPlaceName single(String key, @Nullable String state) {
        var name = key.replaceFirst("^(city|town|village|ciudad|pueblo) (of|de) ", "");
        if (name.matches("(condado|county) (de|of) .+")) {
            return new ParsedPlaceName(name.replaceFirst("^\\w+ \\w+ ", "") + " county", state, true);
        }
        if (state != null && name.endsWith(" co")) {
            return new ParsedPlaceName(name + "unty", state, true);
        }
        var isCounty = name.matches(".+ (county|parish|borough|census area|municipality|planning region)");
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
}
