package org.nowrongdoor.directory.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.http.parameter.JsonTrees;

/** Cuts out of a record what its location policy does not let be told. A second wall: the door has dropped it before. */
public final class PolicyRedactor {

    /** What tells where a place is, or which place it is, wherever it stands in a record. */
    private static final List<String> WHEREABOUTS = List.of(
            "addresses",
            "locations",
            "service_at_locations",
            "location",
            "latitude",
            "longitude",
            "location_id",
            "service_at_location_id",
            // An old value may be the address that was taken away.
            "metadata");

    private static final List<String> BESIDE_PHONES = List.of("url", "additional_urls", "email");

    private static final List<String> PLACE_KEEPS =
            List.of("id", "location_type", "phones", "location_policy", "last_modified");

    private static final Pattern COUNTY_OR_LARGER = Pattern.compile("us|[A-Z]{2}|\\d{5}");
    private static final Pattern STATE_OR_LARGER = Pattern.compile("us|[A-Z]{2}");

    private PolicyRedactor() {}

    /** Leaves of a service what its policy lets be told. */
    public static void service(ObjectNode service, LocationPolicy policy) {
        switch (policy) {
            case PUBLIC -> {}
            case CONFIDENTIAL -> {
                JsonTrees.dropEverywhere(service, WHEREABOUTS);
                keepAreas(service, COUNTY_OR_LARGER, true);
            }
            case HIDDEN -> {
                JsonTrees.dropEverywhere(service, WHEREABOUTS);
                service.remove(BESIDE_PHONES);
                service.path("contacts").forEach(contact -> ((ObjectNode) contact).remove("email"));
                // The name of an area that is not resolved may be a county's.
                keepAreas(service, STATE_OR_LARGER, false);
            }
        }
    }

    /** Leaves of a place what its policy lets be told. */
    public static void location(ObjectNode location, LocationPolicy policy) {
        if (policy != LocationPolicy.PUBLIC) {
            location.retain(PLACE_KEEPS);
            JsonTrees.dropEverywhere(location, WHEREABOUTS);
        }
    }

    private static void keepAreas(ObjectNode service, Pattern extents, boolean unresolved) {
        if (service.get("service_areas") instanceof ArrayNode areas) {
            for (var each = areas.elements(); each.hasNext(); ) {
                if (!isKept(each.next(), extents, unresolved)) {
                    each.remove();
                }
            }
            if (areas.isEmpty()) {
                service.remove("service_areas");
            }
        }
    }

    /** Whether a policy lets an area be told.
     *  @param extent a region id */
    static boolean maySayArea(String extent, LocationPolicy policy) {
        return switch (policy) {
            case PUBLIC -> true;
            case CONFIDENTIAL -> COUNTY_OR_LARGER.matcher(extent).matches();
            case HIDDEN -> STATE_OR_LARGER.matcher(extent).matches();
        };
    }

    private static boolean isKept(JsonNode area, Pattern extents, boolean unresolved) {
        var extent = area.path("extent").textValue();
        if (extent == null) {
            return unresolved;
        }
        return area.path("extent_type").asText("text").equals("text")
                && extents.matcher(extent).matches();
    }
}
