package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.RegionKind;
import org.nowrongdoor.region.Regions;

/** Regions of the gazetteer as FHIR locations: {@code Location/region-27053} is a county, {@code Location/region-MN.duluth}
 *  a place. They have no position: the middle of an area is not where anything is. */
@Singleton
class RegionMapper {

    private static final String PREFIX = "region-";
    private static final String PHYSICAL_TYPE = "http://terminology.hl7.org/CodeSystem/location-physical-type";

    private final Regions regions;
    // Never more than the gazetteer has regions, and as unchanging as it is.
    private final Map<String, List<String>> serving = new ConcurrentHashMap<>();

    RegionMapper(Regions regions) {
        this.regions = regions;
    }

    /** The id of a region's location. */
    static String idOf(String regionId) {
        return PREFIX + regionId.replace('/', '.');
    }

    /** The region that is meant by an id of ours or by the location's id. */
    Optional<Region> find(String id) {
        var bare = id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id;
        return regions.find(bare.replace('.', '/'));
    }

    /** The location of a region; empty where the id is no region's location. */
    Optional<ObjectNode> findLocation(String id) {
        return id.startsWith(PREFIX) ? find(id).map(RegionMapper::location) : Optional.empty();
    }

    /** Every region whose services serve this one or a part of it. */
    List<String> serving(Region region) {
        return serving.computeIfAbsent(region.id(), id -> {
            var ids = new HashSet<>(regions.covering(id));
            if (region.kind() != RegionKind.PLACE) {
                regions.list().stream()
                        .map(Region::id)
                        .filter(inner -> regions.covers(id, inner))
                        .forEach(ids::add);
            }
            return List.copyOf(ids);
        });
    }

    private static ObjectNode location(Region region) {
        var location = FhirJsonBuilder.resource("Location", idOf(region.id()));
        location.put("status", "active")
                .put("name", region.name())
                .put("description", "An area that services cover, from the gazetteer")
                .put("mode", "kind");
        location.set("physicalType", FhirJsonBuilder.concept(PHYSICAL_TYPE, "jdn", "Jurisdiction"));
        if (region.parentId() != null) {
            location.set("partOf", FhirJsonBuilder.reference("Location", idOf(region.parentId()), null));
        }
        return location;
    }
}
