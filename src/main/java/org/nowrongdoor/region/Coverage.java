package org.nowrongdoor.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which areas answer for a where.
 *  @param covering ids of the areas that cover it, the smallest first: place, county, state, nation
 *  @param within the id of the region whose inner areas answer too; null where only a point was asked for.
 *      An area lies within it when {@link Regions#covering} of the area holds this id */
public record Coverage(List<String> covering, @Nullable String within) {

    /** For {@code where.region}: what covers the region, and what lies in it. */
    public static Coverage ofRegion(Regions regions, String id) {
        return new Coverage(regions.covering(id), id);
    }

    /** For a place, a postal code or a point: what covers it. A county, state or nation asked for by name is a region.
     *  @throws IllegalArgumentException when the place is not resolved */
    public static Coverage ofPlace(Regions regions, Place place) {
        var region = place.resolved().orElseThrow(() -> new IllegalArgumentException("the place is not resolved"));
        var isNamed = place.from() != null && region.kind() != RegionKind.PLACE;
        var isWhole = isNamed && (place.point() == null || isMiddle(place, region));
        return new Coverage(regions.covering(region.id()), isWhole ? region.id() : null);
    }

    private static boolean isMiddle(Place place, Region region) {
        return region.point().equals(place.point());
    }

    /** Whether an area answers. */
    public boolean matches(Regions regions, String areaId) {
        return covering.contains(areaId) || (within != null && regions.covers(within, areaId));
    }
}
