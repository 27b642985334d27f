package org.nowrongdoor.region;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The county of our gazetteer around a point. The boundaries know counties that were redrawn since, and counties of
 *  territories, which the gazetteer has whole. */
final class CountyFinder {

    /** How far off the simplified shore a point still belongs to the land. */
    // 5: piers, islets and harbours; the boundaries' steps are 0.4 km
    private static final double SHORE_KM = 5;

    private static final Map<String, String> TERRITORIES =
            Map.of("60", "AS", "66", "GU", "69", "MP", "72", "PR", "78", "VI");

    private final Regions regions;
    private final Map<String, NearestPlaceFinder> redrawn = new ConcurrentHashMap<>();

    CountyFinder(Regions regions) {
        this.regions = regions;
    }

    /** The county, in a territory the whole of it; empty at sea and abroad. */
    Optional<Region> around(Point point) {
        var boundaries = CountyBoundaries.packaged();
        return boundaries
                .around(point)
                .or(() -> boundaries.nearest(point, SHORE_KM))
                .flatMap(fips -> region(fips, point));
    }

    private Optional<Region> region(String fips, Point point) {
        var territory = TERRITORIES.get(fips.substring(0, 2));
        if (territory != null) {
            return regions.find(territory);
        }
        if (regions.gazetteer().alsoIn().containsKey(fips)) {
            var town = redrawn.computeIfAbsent(fips, this::townsOf).to(point);
            return Optional.of(regions.widen(town.id(), RegionKind.COUNTY));
        }
        return regions.find(fips);
    }

    /** The towns of a county and of those that share its ground. */
    private NearestPlaceFinder townsOf(String fips) {
        var counties = new HashSet<>(regions.gazetteer().alsoIn().get(fips));
        counties.add(fips);
        return new NearestPlaceFinder(regions.list().stream()
                .filter(region -> region.kind() == RegionKind.PLACE && counties.contains(region.parentId()))
                .toList());
    }
}
