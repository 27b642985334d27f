package org.nowrongdoor.directory.query;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.Regions;

/** Postal codes as the gazetteer knows them. Military post lies nowhere. */
@Singleton
class GazetteerPostalCodeResolver implements PostalCodeResolver {

    private final PlaceFinder places;
    private final Regions regions;

    GazetteerPostalCodeResolver(PlaceFinder places, Regions regions) {
        this.places = places;
        this.regions = regions;
    }

    @Override
    public Optional<PostalCodePoint> find(String postalCode) {
        var place = places.findPostalCode(postalCode);
        var point = place.point();
        return point == null
                ? Optional.empty()
                : place.resolved()
                        .map(region -> new PostalCodePoint(
                                point.latitude(), point.longitude(), regions.covering(region.id())));
    }
}
