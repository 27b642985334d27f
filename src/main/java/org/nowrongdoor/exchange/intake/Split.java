package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Draft;
import org.nowrongdoor.exchange.row.Json;
import org.nowrongdoor.exchange.row.KnownTerms;
import org.nowrongdoor.exchange.row.NamedId;
import org.nowrongdoor.exchange.row.Owners;
import org.nowrongdoor.exchange.row.Place;
import org.nowrongdoor.storage.ChangedEntity;

/** Takes a record apart into the rows that it is stored in, and gives ids to those without. */
final class Split {

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<UUID, Set<UUID>> placesOfServices = new HashMap<>();
    private final KnownTerms terms;

    Split(KnownTerms terms) {
        this.terms = terms;
    }

    /** Every row; the record itself is the first. */
    List<Draft> drafts() {
        return drafts;
    }

    /** For each service that lists where it is given, the ids of its service_at_locations: it has no others. */
    Map<UUID, Set<UUID>> placesOfServices() {
        return placesOfServices;
    }

    void top(ChangedEntity entity, ObjectNode record) {
        switch (entity) {
            case SERVICE -> service(record, Place.ROOT, null);
            case ORGANIZATION -> organization(record, Place.ROOT);
            case LOCATION -> location(record, Place.ROOT, Owners.NONE, "");
            case SERVICE_AT_LOCATION -> serviceAtLocation(record, Place.ROOT, null, 0);
            case TAXONOMY -> taxonomy(record, Place.ROOT);
            case TAXONOMY_TERM -> term(record, Place.ROOT);
        }
    }

    UUID service(ObjectNode service, Place place, @Nullable UUID owner) {
        // When a record last changed here is ours to say.
        service.remove("last_modified");
        var organization = service.remove("organization") instanceof ObjectNode nested ? nested : null;
        var places = service.remove("service_at_locations") instanceof ArrayNode list ? list : null;
        var slot = drafts.size();
        var organizationId = Json.id(service, "organization_id");
        if (organization != null) {
            organizationId = organization(organization, place.at("organization"));
        } else if (organizationId == null) {
            organizationId = owner;
        }
        var named = organizationId == null ? "" : organizationId.toString();
        var id = id(service, "service", named, Json.text(service, "name"));
        drafts.add(
                slot,
                new Draft(
                        ChangedEntity.SERVICE,
                        id,
                        service,
                        place,
                        Owners.organization(organizationId),
                        isNested(place)));
        if (places != null) {
            var ids = new HashSet<UUID>();
            for (int i = 0; i < places.size(); i++) {
                ids.add(serviceAtLocation(
                        (ObjectNode) places.get(i),
                        place.at("service_at_locations").at(i),
                        id,
                        i));
            }
            placesOfServices.put(id, ids);
        }
        return id;
    }

    UUID organization(ObjectNode organization, Place place) {
        var locations = Json.records(organization, "locations");
        var services = Json.records(organization, "services");
        organization.remove(List.of("locations", "services"));
        var id = id(organization, "organization", "", Json.text(organization, "name"));
        drafts.add(new Draft(ChangedEntity.ORGANIZATION, id, organization, place, Owners.NONE, isNested(place)));
        for (int i = 0; i < locations.size(); i++) {
            location(locations.get(i), place.at("locations").at(i), Owners.organization(id), id + "/" + i);
        }
        for (int i = 0; i < services.size(); i++) {
            service(services.get(i), place.at("services").at(i), id);
        }
        return id;
    }

    private UUID location(ObjectNode location, Place place, Owners owners, String position) {
        var owner = Json.id(location, "organization_id");
        // By position and not by content: the id of a confidential place must not be made of its address.
        var id = id(location, "location", position, Json.text(location, "location_type"));
        var named = owner == null ? owners : Owners.organization(owner);
        drafts.add(new Draft(ChangedEntity.LOCATION, id, location, place, named, isNested(place)));
        return id;
    }

    private UUID serviceAtLocation(ObjectNode pair, Place place, @Nullable UUID service, int position) {
        var location = pair.remove("location") instanceof ObjectNode nested ? nested : null;
        var nestedService = pair.remove("service") instanceof ObjectNode nested ? nested : null;
        var slot = drafts.size();
        var serviceId = service == null ? Json.id(pair, "service_id") : service;
        if (nestedService != null) {
            serviceId = service(nestedService, place.at("service"), null);
        }
        var locationId = Json.id(pair, "location_id");
        if (location != null) {
            locationId = location(location, place.at("location"), Owners.NONE, serviceId + "/" + position);
        }
        var id = id(pair, "service_at_location", String.valueOf(serviceId), String.valueOf(locationId));
        drafts.add(
                slot,
                new Draft(
                        ChangedEntity.SERVICE_AT_LOCATION,
                        id,
                        pair,
                        place,
                        Owners.pair(serviceId, locationId),
                        isNested(place)));
        return id;
    }

    void term(ObjectNode term, Place place) {
        var detail = term.get("taxonomy_detail") instanceof ObjectNode nested ? nested : null;
        var name = Json.text(term, "taxonomy");
        var taxonomyId = Json.id(term, "taxonomy_id");
        var slot = drafts.size();
        if (detail != null) {
            taxonomyId = taxonomy(detail, place.at("taxonomy_detail"));
        } else if (taxonomyId == null && name != null) {
            taxonomyId = terms.findTaxonomy(name);
        }
        if (taxonomyId == null && name != null) {
            taxonomyId = taxonomy(term.objectNode().put("name", name).put("description", name), place.at("taxonomy"));
        }
        var id = id(term, "taxonomy_term", String.valueOf(taxonomyId), Json.text(term, "code"));
        drafts.add(
                slot,
                new Draft(
                        ChangedEntity.TAXONOMY_TERM,
                        id,
                        term,
                        place,
                        Owners.organization(taxonomyId),
                        isNested(place)));
    }

    private UUID taxonomy(ObjectNode taxonomy, Place place) {
        var id = id(taxonomy, "taxonomy", "", Json.text(taxonomy, "name"));
        drafts.add(new Draft(ChangedEntity.TAXONOMY, id, taxonomy.deepCopy(), place, Owners.NONE, isNested(place)));
        return id;
    }

    private static boolean isNested(Place place) {
        return place.parent() != null;
    }

    private UUID id(ObjectNode record, String role, String owner, @Nullable String name) {
        var given = Json.id(record, "id");
        if (given != null) {
            return given;
        }
        var made = NamedId.of(role, owner, name == null ? "" : name.strip().toLowerCase(Locale.ROOT));
        record.put("id", made.toString());
        return made;
    }
}
