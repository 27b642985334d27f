package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.check.KnownAreas;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.region.Region;

/** Service areas as they are kept: with the region id of every name that is known, and no smaller than a policy allows. */
public final class ServiceAreaResolver {

    private static final String TEXT = "text";

    private final KnownAreas areas;

    public ServiceAreaResolver(KnownAreas areas) {
        this.areas = areas;
    }

    /** Gives areas that are only named the id of the region, and reports names that are not known. */
    public void resolve(PendingRow draft, Findings findings) {
        int i = 0;
        for (var area : JsonMembers.records(draft.body(), "service_areas")) {
            var place = draft.place().at("service_areas").at(i++);
            var extent = JsonMembers.text(area, "extent");
            if (extent != null) {
                if (TEXT.equals(JsonMembers.text(area, "extent_type"))
                        && areas.find(extent).isEmpty()) {
                    findings.warning(
                            place.at("extent"),
                            extent,
                            "is not the id of a region: nobody will find this area by place");
                }
                continue;
            }
            var name = JsonMembers.text(area, "name");
            var known = name == null ? Optional.<Region>empty() : areas.named(name);
            known.ifPresent(region -> area.put("extent", region.id()).put("extent_type", TEXT));
            if (known.isEmpty()) {
                findings.warning(
                        place.at("name"), name, "names no region that is known: give extent, such as 27053 or MN");
            }
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
                        "an area that is no known region may be too small to tell: give the id of a county or state");
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
