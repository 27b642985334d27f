package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.KnownTerms;
import org.nowrongdoor.exchange.row.NamedId;
import org.nowrongdoor.exchange.row.ParentIds;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.storage.ChangedEntity;

/** Takes a record apart into the rows that it is stored in, and gives ids to those without. */
final class RecordFlattener {

    private final List<PendingRow> drafts = new ArrayList<>();
    private final Map<UUID, Set<UUID>> placesOfServices = new HashMap<>();
    private final KnownTerms terms;

    RecordFlattener(KnownTerms terms) {
        this.terms = terms;
    }

    /** Every row; the record itself is the first. */
    List<PendingRow> drafts() {
        return drafts;
    }

    /** For each service that lists where it is given, the ids of its service_at_locations: it has no others. */
    Map<UUID, Set<UUID>> placesOfServices() {
        return placesOfServices;
    }

    void top(ChangedEntity entity, ObjectNode record) {
        switch (entity) {
            case SERVICE -> service(record, JsonPath.ROOT, null);
            case ORGANIZATION -> organization(record, JsonPath.ROOT);
            case LOCATION -> location(record, JsonPath.ROOT, ParentIds.NONE, "");
            case SERVICE_AT_LOCATION -> serviceAtLocation(record, JsonPath.ROOT, null, 0);
            case TAXONOMY -> taxonomy(record, JsonPath.ROOT);
            case TAXONOMY_TERM -> term(record, JsonPath.ROOT);
        }
    }

    UUID service(ObjectNode service, JsonPath place, @Nullable UUID owner) {
        // When a record last changed here is ours to say.
        service.remove("last_modified");
        dropDerivedDisclosures(service);
        dropTextsLang(service.path("disclosures"));
        dropDerivedUris(service);
        var organization = service.remove("organization") instanceof ObjectNode nested ? nested : null;
        var places = service.remove("service_at_locations") instanceof ArrayNode list ? list : null;
        var slot = drafts.size();
        var organizationId = JsonMembers.id(service, "organization_id");
        if (organization != null) {
            organizationId = organization(organization, place.at("organization"));
        } else if (organizationId == null) {
            organizationId = owner;
        }
        var named = organizationId == null ? "" : organizationId.toString();
        var id = id(service, "service", named, JsonMembers.text(service, "name"));
        drafts.add(
                slot,
                new PendingRow(
                        ChangedEntity.SERVICE,
                        id,
                        service,
                        place,
                        ParentIds.organization(organizationId),
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

    /** They stand in what we show and follow the facts; stored, they would outlive them. */
    private static void dropDerivedDisclosures(ObjectNode service) {
        if (service.get("disclosures") instanceof ArrayNode list) {
            list.removeIf(disclosure -> !disclosure.path("derived_from").isEmpty());
            if (list.isEmpty()) {
                service.remove("disclosures");
            }
        }
    }

    /** The language of a text is that of an answer; it follows from the translations. */
    private static void dropTextsLang(JsonNode disclosures) {
        disclosures.forEach(disclosure -> {
            if (disclosure instanceof ObjectNode object) {
                object.remove("texts_lang");
            }
        });
    }

    /** What is dialled follows from the number. */
    private static void dropDerivedUris(ObjectNode record) {
        dropUris(record.path("phones"));
        record.path("contacts").forEach(contact -> dropUris(contact.path("phones")));
    }

    private static void dropUris(JsonNode phones) {
        phones.forEach(phone -> {
            if (phone instanceof ObjectNode object) {
                object.remove("uri");
            }
        });
    }

    /** Whether a partner confirms is for the partner's own record to say. */
    private static void dropConfirmed(JsonNode partners) {
        partners.forEach(partner -> {
            if (partner instanceof ObjectNode object) {
                object.remove("confirmed");
            }
        });
    }

    UUID organization(ObjectNode organization, JsonPath place) {
        dropDerivedUris(organization);
        dropConfirmed(organization.path("partners"));
        var locations = JsonMembers.records(organization, "locations");
        var services = JsonMembers.records(organization, "services");
        organization.remove(List.of("locations", "services"));
        var id = id(organization, "organization", "", JsonMembers.text(organization, "name"));
        drafts.add(
                new PendingRow(ChangedEntity.ORGANIZATION, id, organization, place, ParentIds.NONE, isNested(place)));
        for (int i = 0; i < locations.size(); i++) {
            location(locations.get(i), place.at("locations").at(i), ParentIds.organization(id), id + "/" + i);
        }
        for (int i = 0; i < services.size(); i++) {
            service(services.get(i), place.at("services").at(i), id);
        }
        return id;
    }

    private UUID location(ObjectNode location, JsonPath place, ParentIds owners, String position) {
        dropDerivedUris(location);
        var owner = JsonMembers.id(location, "organization_id");
        // By position and not by content: the id of a confidential place must not be made of its address.
        var id = id(location, "location", position, JsonMembers.text(location, "location_type"));
        var named = owner == null ? owners : ParentIds.organization(owner);
        drafts.add(new PendingRow(ChangedEntity.LOCATION, id, location, place, named, isNested(place)));
        return id;
    }

    private UUID serviceAtLocation(ObjectNode pair, JsonPath place, @Nullable UUID service, int position) {
        dropDerivedUris(pair);
        var location = pair.remove("location") instanceof ObjectNode nested ? nested : null;
        var nestedService = pair.remove("service") instanceof ObjectNode nested ? nested : null;
        var slot = drafts.size();
        var serviceId = service == null ? JsonMembers.id(pair, "service_id") : service;
        if (nestedService != null) {
            serviceId = service(nestedService, place.at("service"), null);
        }
        var locationId = JsonMembers.id(pair, "location_id");
        if (location != null) {
            locationId = location(location, place.at("location"), ParentIds.NONE, serviceId + "/" + position);
        }
        var id = id(pair, "service_at_location", String.valueOf(serviceId), String.valueOf(locationId));
        drafts.add(
                slot,
                new PendingRow(
                        ChangedEntity.SERVICE_AT_LOCATION,
                        id,
                        pair,
                        place,
                        ParentIds.pair(serviceId, locationId),
                        isNested(place)));
        return id;
    }

    void term(ObjectNode term, JsonPath place) {
        var detail = term.get("taxonomy_detail") instanceof ObjectNode nested ? nested : null;
        var name = JsonMembers.text(term, "taxonomy");
        var taxonomyId = JsonMembers.id(term, "taxonomy_id");
        var slot = drafts.size();
        if (detail != null) {
            taxonomyId = taxonomy(detail, place.at("taxonomy_detail"));
        } else if (taxonomyId == null && name != null) {
            taxonomyId = terms.findTaxonomy(name);
        }
        if (taxonomyId == null && name != null) {
            taxonomyId = taxonomy(term.objectNode().put("name", name).put("description", name), place.at("taxonomy"));
        }
        var id = id(term, "taxonomy_term", String.valueOf(taxonomyId), JsonMembers.text(term, "code"));
        drafts.add(
                slot,
                new PendingRow(
                        ChangedEntity.TAXONOMY_TERM,
                        id,
                        term,
                        place,
                        ParentIds.organization(taxonomyId),
                        isNested(place)));
    }

    private UUID taxonomy(ObjectNode taxonomy, JsonPath place) {
        var id = id(taxonomy, "taxonomy", "", JsonMembers.text(taxonomy, "name"));
        drafts.add(new PendingRow(
                ChangedEntity.TAXONOMY, id, taxonomy.deepCopy(), place, ParentIds.NONE, isNested(place)));
        return id;
    }

    private static boolean isNested(JsonPath place) {
        return place.parent() != null;
    }

    private UUID id(ObjectNode record, String role, String owner, @Nullable String name) {
        var given = JsonMembers.id(record, "id");
        if (given != null) {
            return given;
        }
        var made = NamedId.of(role, owner, name == null ? "" : name.strip().toLowerCase(Locale.ROOT));
        record.put("id", made.toString());
        return made;
    }
}
