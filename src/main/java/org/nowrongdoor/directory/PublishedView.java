package org.nowrongdoor.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nowrongdoor.directory.query.PolicyRedactor;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.directory.record.LocationRecord;
import org.nowrongdoor.directory.record.OrganizationRecord;
import org.nowrongdoor.directory.record.ServiceAtLocationRecord;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.directory.store.LocationRow;
import org.nowrongdoor.directory.store.OrganizationRow;
import org.nowrongdoor.directory.store.ServiceAtLocationRow;
import org.nowrongdoor.directory.store.ServiceRow;
import org.nowrongdoor.http.parameter.JsonTrees;
import org.nowrongdoor.http.record.DetailLevel;
import org.nowrongdoor.text.WireName;

/** The one door through which a record leaves: whatever is shown outside has been through here.
 *  It cuts what the location policy does not let be told and lets what has expired read unknown. */
@Singleton
class PublishedView {

    private static final List<String> SERVICE_FIELDS = serviceFields();
    private static final List<String> ORGANIZATION_FIELDS = JsonTrees.namesOf(OrganizationRecord.class);
    private static final List<String> SERVICE_AT_LOCATION_FIELDS = JsonTrees.namesOf(ServiceAtLocationRecord.class);
    private static final List<String> LOCATION_FIELDS = JsonTrees.namesOf(LocationRecord.class);

    // A person must hear disclosures before any way to reach the service, in a list as well.
    private static final Set<String> LISTS_OF_A_SHALLOW_SERVICE = Set.of("disclosures");

    // An old value may be the address of a place that has become confidential.
    private static final Set<String> CHANGES = Set.of("metadata");

    private final JsonTrees trees;
    private final Clock clock;

    PublishedView(JsonTrees trees, Clock clock) {
        this.trees = trees;
        this.clock = clock;
    }

    /** A service without anything that is a row of its own. */
    ObjectNode service(ServiceRow row, DetailLevel shape) {
        if (shape == DetailLevel.MINIMAL) {
            return minimal(row.id().toString(), row.lastModified());
        }
        var service = trees.read(row.json());
        service.remove(List.of("organization", "service_at_locations"));
        service.put("id", row.id().toString());
        service.put("kind", WireName.snakeCase(row.kind()));
        service.put("location_policy", WireName.snakeCase(row.policy()));
        service.set("last_modified", trees.time(row.lastModified()));
        if (row.organizationId() != null) {
            service.put("organization_id", row.organizationId().toString());
        }
        if (service.has("program")) {
            service.remove("program_id");
        }
        expire(service);
        if (row.keepsSecret()) {
            JsonTrees.dropEverywhere(service, CHANGES);
        }
        PolicyRedactor.service(service, row.policy());
        if (shape == DetailLevel.SHALLOW) {
            JsonTrees.dropLists(service, LISTS_OF_A_SHALLOW_SERVICE);
            if (service.get("program") instanceof ObjectNode program) {
                JsonTrees.dropLists(program, Set.of());
            }
        }
        return trees.arranged(service, SERVICE_FIELDS);
    }

    /** An organisation without its places and services. */
    ObjectNode organization(OrganizationRow row, DetailLevel shape) {
        if (shape == DetailLevel.MINIMAL) {
            return minimal(row.id().toString(), row.lastModified());
        }
        var organization = trees.read(row.json());
        organization.remove(List.of("locations", "services"));
        if (row.keepsSecret()) {
            JsonTrees.dropEverywhere(organization, CHANGES);
        }
        if (shape == DetailLevel.SHALLOW) {
            JsonTrees.dropLists(organization, Set.of());
        }
        return trees.arranged(organization, ORGANIZATION_FIELDS);
    }

    /** A place. */
    ObjectNode location(LocationRow row, DetailLevel shape) {
        if (shape == DetailLevel.MINIMAL) {
            return minimal(row.id().toString(), row.lastModified());
        }
        var location = trees.read(row.json());
        location.put("location_policy", WireName.snakeCase(row.policy()));
        if (row.organizationId() != null) {
            location.put("organization_id", row.organizationId().toString());
        }
        PolicyRedactor.location(location, row.policy());
        if (shape == DetailLevel.SHALLOW) {
            JsonTrees.dropLists(location, Set.of());
        }
        return trees.arranged(location, LOCATION_FIELDS);
    }

    /** A service at a public place, with the place and without the service. */
    ObjectNode serviceAtLocation(ServiceAtLocationRow row, DetailLevel shape) {
        if (shape == DetailLevel.MINIMAL) {
            return minimal(row.id().toString(), row.lastModified());
        }
        var at = trees.read(row.json());
        at.remove(List.of("service", "location_id"));
        at.put("service_id", row.serviceId().toString());
        if (shape == DetailLevel.SHALLOW) {
            JsonTrees.dropLists(at, Set.of());
        }
        at.set("location", location(row.location(), shape));
        return trees.arranged(at, SERVICE_AT_LOCATION_FIELDS);
    }

    private ObjectNode minimal(String id, Instant lastModified) {
        var minimal = trees.empty();
        minimal.put("id", id);
        minimal.set("last_modified", trees.time(lastModified));
        return minimal;
    }

    private void expire(ObjectNode service) {
        if (service.get("capacity") instanceof ObjectNode capacity
                && capacity.path("expires_at").isTextual()
                && !OffsetDateTime.parse(capacity.path("expires_at").textValue())
                        .toInstant()
                        .isAfter(clock.instant())) {
            capacity.put("code", WireName.snakeCase(Capacity.Code.UNKNOWN));
        }
    }

    private static List<String> serviceFields() {
        var names = new ArrayList<>(JsonTrees.namesOf(ServiceRecord.class));
        names.remove("disclosures");
        names.add(names.indexOf("description"), "disclosures");
        return List.copyOf(names);
    }
}
