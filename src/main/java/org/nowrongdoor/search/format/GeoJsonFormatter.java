package org.nowrongdoor.search.format;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.SearchPage;

/** Public sites of the hits as points on a map. A place that is not public has no feature at all.
 *  @see "RFC 7946" */
final class GeoJsonFormatter {

    /** @param type always FeatureCollection */
    record Features(String type, List<Feature> features) {}

    /**
     * @param type always Feature
     * @param id of the location
     */
    record Feature(String type, UUID id, Point geometry, Hit properties) {}

    /**
     * @param type always Point
     * @param coordinates longitude and latitude, in degrees
     */
    record Point(String type, List<Double> coordinates) {}

    private GeoJsonFormatter() {}

    static Features of(SearchPage page) {
        return new Features(
                "FeatureCollection",
                page.hits().stream()
                        .flatMap(hit -> hit.service().locations().stream()
                                .filter(place -> place.latitude() != null && place.longitude() != null)
                                .map(place -> feature(hit, place)))
                        .toList());
    }

    private static Feature feature(Hit hit, HitService.Place place) {
        var at = List.of(Objects.requireNonNull(place.longitude()), Objects.requireNonNull(place.latitude()));
        return new Feature("Feature", place.id(), new Point("Point", at), hit);
    }
}
