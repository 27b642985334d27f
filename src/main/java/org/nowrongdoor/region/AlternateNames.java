package org.nowrongdoor.region;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.region.PostalCodes.PostalCode;

/** Names that few use: what else a place is called, and towns that only the post knows. */
final class AlternateNames {

    private static final int MOST_LONGER = 5;
    private static final Comparator<Region> LARGEST_FIRST =
            comparing((Region region) -> -region.population()).thenComparing(Region::id);

    private final Map<String, List<Region>> places = new HashMap<>(32_768);
    private final Map<String, PostalCode> towns = new HashMap<>(32_768);
    private final Map<String, List<Region>> longer = new HashMap<>(32_768);

    AlternateNames(Gazetteer gazetteer) {
        for (var region : gazetteer.byId().values()) {
            if (region.kind() == RegionKind.PLACE) {
                addPlace(region, gazetteer.otherNames().getOrDefault(region.id(), ""));
                addParts(region);
            }
        }
        longer.replaceAll((part, regions) ->
                regions.stream().sorted(LARGEST_FIRST).limit(MOST_LONGER).toList());
        for (var state : gazetteer.postalCodes().states()) {
            gazetteer.postalCodes().inState(state).stream()
                    .sorted(comparing(PostalCode::code))
                    .forEach(this::addTown);
        }
    }

    private void addParts(Region region) {
        var words = List.of(PlaceNames.key(PlaceNames.bareName(region)).split(" "));
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= words.size(); to++) {
                if (to - from < words.size()) {
                    longer.computeIfAbsent(String.join(" ", words.subList(from, to)), part -> new ArrayList<>(1))
                            .add(region);
                }
            }
        }
    }

    private void addPlace(Region region, String listed) {
        var main = PlaceNames.key(PlaceNames.bareName(region));
        for (var other : listed.split(";", -1)) {
            var key = isTyped(other) ? PlaceNames.key(other) : "";
            if (key.length() > 1 && !key.equals(main)) {
                PlaceNames.add(places, key, region);
            }
        }
    }

    /** GeoNames writes names of other scripts in lower case letter by letter; no one types those. */
    static boolean isTyped(String name) {
        return name.length() > 1 && !Character.isLowerCase(name.charAt(0)) && !name.contains("  ");
    }

    private void addTown(PostalCode code) {
        towns.putIfAbsent(PlaceNames.key(code.town()) + " " + code.state(), code);
    }

    /** Places that are also called so. */
    List<Region> byOtherName(String key) {
        return places.getOrDefault(key, List.of());
    }

    /** Places of which this name is a part, the largest first. */
    List<Region> longer(String key) {
        return longer.getOrDefault(key, List.of());
    }

    /** The first postal code of a town. */
    @Nullable PostalCode town(String key, String state) {
        return towns.get(key + " " + state);
    }
}
