package org.nowrongdoor.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Public sites of the hits as points on a map. A place that is not public has no feature at all.
 *  @see "RFC 7946" */
final class GeoJsonFormat {

    private GeoJsonFormat() {}

    static Map<String, Object> of(SearchPage page) {
        var features = page.hits().stream()
                .flatMap(hit -> hit.service().locations().stream()
                        .filter(place -> place.latitude() != null && place.longitude() != null)
                        .map(place -> feature(hit, place)))
                .toList();
        return Map.of("type", "FeatureCollection", "features", features);
    }

    private static Map<String, Object> feature(Hit hit, HitService.Place place) {
        var at = List.of(Objects.requireNonNull(place.longitude()), Objects.requireNonNull(place.latitude()));
        return Map.of(
                "type",
                "Feature",
                "id",
                place.id(),
                "geometry",
                Map.of("type", "Point", "coordinates", at),
                "properties",
                hit);
    }
}
