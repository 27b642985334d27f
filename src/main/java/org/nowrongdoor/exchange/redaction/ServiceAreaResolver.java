package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.check.KnownAreas;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.storage.ChangedEntity;

/** Service areas as they are kept: with the region id of every name that is known, and no smaller than a policy allows. */
public final class ServiceAreaResolver {

    private static final String TEXT = "text";

    private final KnownAreas areas;

    public ServiceAreaResolver(KnownAreas areas) {
        this.areas = areas;
    }

    /** Gives every area the id of its region, by its extent or else by its name, and reports those that no search by place can
     *  find. */
    public void resolve(PendingRow draft, Findings findings) {
        int i = 0;
        for (var area : JsonMembers.records(draft.body(), "service_areas")) {
            var place = draft.place().at("service_areas").at(i++);
            var extent = JsonMembers.text(area, "extent");
            var name = JsonMembers.text(area, "name");
            var region = areas.extent(extent).or(() -> named(name));
            if (region.isEmpty()) {
                report(area, place, findings);
                continue;
            }
            if (extent != null && areas.extent(extent).isEmpty() && isDrawing(extent)) {
                findings.warning(
                        place.at("extent"),
                        extent,
                        "is left out: searches find the area by the region that its name means");
            }
            area.put("extent", region.get().id()).put("extent_type", TEXT);
            if (draft.entity() == ChangedEntity.SERVICE_AT_LOCATION) {
                findings.warning(
                        place,
                        name,
                        "is found by no search, which reads the areas of the service alone. Write it there as well.");
            }
        }
    }

    private Optional<Region> named(@Nullable String name) {
        return name == null ? Optional.empty() : areas.named(name);
    }

    /** Whether an extent says something that its region does not: an empty object or a word says nothing. */
    private static boolean isDrawing(String extent) {
        return extent.chars().anyMatch(Character::isDigit);
    }

    private static void report(ObjectNode area, JsonPath place, Findings findings) {
        var extent = JsonMembers.text(area, "extent");
        if (extent == null) {
            findings.warning(
                    place.at("name"),
                    JsonMembers.text(area, "name"),
                    "names no region that is known, or several. No search by place finds this area. Give extent, such"
                            + " as 27053 or MN.");
        } else {
            findings.warning(
                    place.at("extent"),
                    extent,
                    "is not the id of a region, and the name means none. No search by place finds this area. Give"
                            + " extent, such as 27053 or MN. Or give a name such as Hennepin County, MN.");
        }
    }

    /** Widens every area to what a policy lets be told; what cannot be placed is left out. */
    void widen(PendingRow draft, LocationPolicy policy, Findings findings) {
        if (!(draft.body().get("service_areas") instanceof ArrayNode list)) {
            return;
        }
        var kept = new LinkedHashMap<String, ObjectNode>();
        int i = 0;
        for (var area : new ArrayList<>(JsonMembers.records(draft.body(), "service_areas"))) {
            var place = draft.place().at("service_areas").at(i++);
            var extent = JsonMembers.text(area, "extent");
            var region = extent == null ? Optional.<Region>empty() : areas.find(extent);
            if (region.isEmpty()) {
                findings.redacted(
                        place,
                        "an area that is no known region may be too small to tell. Give the id of a county or state.");
                continue;
            }
            var wide = areas.widen(region.get(), policy);
            if (!wide.id().equals(region.get().id())) {
                findings.redacted(place, "widened to " + wide.name());
                area.remove("id");
            }
            kept.putIfAbsent(wide.id(), plain(area, wide));
        }
        list.removeAll();
        list.addAll(kept.values());
    }

    private static ObjectNode plain(ObjectNode area, Region wide) {
        var plain = area.objectNode();
        if (area.has("id")) {
            plain.set("id", area.get("id"));
        }
        return plain.put("name", wide.name()).put("extent", wide.id()).put("extent_type", TEXT);
    }
}
