package org.nowrongdoor.region;

import static java.util.Comparator.comparing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.region.PostalCodes.PostalCode;

/** Names that few use: what else a place is called, and towns that only the post knows. */
final class AlternateNames {

    private final Map<String, List<Region>> places = new HashMap<>(32_768);
    private final Map<String, PostalCode> towns = new HashMap<>(32_768);

    AlternateNames(Gazetteer gazetteer) {
        for (var region : gazetteer.byId().values()) {
            if (region.kind() == RegionKind.PLACE) {
                addPlace(region, gazetteer.otherNames().getOrDefault(region.id(), ""));
            }
        }
        for (var state : gazetteer.postalCodes().states()) {
            gazetteer.postalCodes().inState(state).stream()
                    .sorted(comparing(PostalCode::code))
                    .forEach(this::addTown);
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
    private static boolean isTyped(String name) {
        return name.length() > 1 && !Character.isLowerCase(name.charAt(0)) && !name.contains("  ");
    }

    private void addTown(PostalCode code) {
        towns.putIfAbsent(PlaceNames.key(code.town()) + " " + code.state(), code);
    }

    /** Places that are also called so. */
    List<Region> byOtherName(String key) {
        return places.getOrDefault(key, List.of());
    }

    /** The first postal code of a town. */
    @Nullable PostalCode town(String key, String state) {
        return towns.get(key + " " + state);
    }
}
