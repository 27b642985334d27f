package org.nowrongdoor.support;

import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Address;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.record.LocationRecord;
import org.nowrongdoor.directory.record.OrganizationRecord;
import org.nowrongdoor.directory.record.ServiceAtLocationRecord;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.directory.store.Organization;
import org.nowrongdoor.directory.store.Service;
import org.nowrongdoor.directory.store.ServiceAtLocation;
import org.nowrongdoor.taxonomy.Taxonomy;
import org.nowrongdoor.taxonomy.TaxonomyRecord;
import org.nowrongdoor.taxonomy.Term;
import org.nowrongdoor.taxonomy.TermRecord;

/** Puts HSDS records into the store as an import would, without its rules. Tests tell their data apart by organisation. */
@Singleton
@Transactional
public class StoredForTests {

    /** When everything stored here was last changed, unless the record says otherwise. */
    public static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final Set<UUID> ids = ConcurrentHashMap.newKeySet();

    public StoredForTests(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** Stores an organisation and whatever is nested in it. */
    public UUID organization(String json) {
        return organization(tree(json));
    }

    UUID organization(ObjectNode node) {
        var locations = node.remove("locations");
        var services = node.remove("services");
        var stored = new Organization();
        stored.body = mapper.convertValue(node, OrganizationRecord.class);
        stored.id = stored.body.id();
        stored.name = stored.body.name();
        stored.parentOrganizationId = stored.body.parentOrganizationId();
        stored.termIds = terms(node);
        stored.lastModified = THEN;
        keep(stored, stored.id);
        each(locations).forEach(location -> location(location, stored.id));
        each(services).forEach(service -> service(service, stored.id));
        return stored.id;
    }

    /** Stores a service and whatever is nested in it. */
    public UUID service(String json) {
        return service(tree(json), null);
    }

    UUID service(ObjectNode node, @Nullable UUID provider) {
        var organization = (ObjectNode) node.remove("organization");
        var places = node.remove("service_at_locations");
        var stored = new Service();
        stored.body = mapper.convertValue(node, ServiceRecord.class);
        stored.id = stored.body.id();
        stored.organizationId = organization != null ? organization(organization) : provider;
        if (stored.organizationId == null) {
            stored.organizationId = stored.body.organizationId();
        }
        stored.name = stored.body.name();
        stored.status = stored.body.status();
        stored.kind = stored.body.kind() == null ? Kind.SERVICE : stored.body.kind();
        stored.locationPolicy = policy(stored.body.locationPolicy());
        stored.termIds = terms(node);
        stored.lastModified = stored.body.lastModified() == null
                ? THEN
                : stored.body.lastModified().toInstant();
        keep(stored, stored.id);
        each(places).forEach(place -> serviceAtLocation(place, stored));
        return stored.id;
    }

    private void serviceAtLocation(ObjectNode node, Service service) {
        var location = (ObjectNode) node.remove("location");
        var stored = new ServiceAtLocation();
        stored.serviceId = service.id;
        stored.locationId = location == null
                ? UUID.fromString(node.path("location_id").asText())
                : location(location, service.organizationId);
        stored.body = mapper.convertValue(node, ServiceAtLocationRecord.class);
        stored.id = stored.body.id();
        stored.lastModified = THEN;
        keep(stored, stored.id);
    }

    /** Stores a service at a place with the service and the place nested in it. */
    public UUID serviceAtLocation(String json) {
        var node = tree(json);
        var service = (ObjectNode) node.remove("service");
        var id = UUID.fromString(node.path("id").asText());
        service.putArray("service_at_locations").add(node);
        service(service, null);
        return id;
    }

    /** Stores a place. */
    public UUID location(String json) {
        return location(tree(json), null);
    }

    private UUID location(ObjectNode node, @Nullable UUID organization) {
        var stored = new Location();
        stored.body = mapper.convertValue(node, LocationRecord.class);
        stored.id = stored.body.id();
        stored.organizationId = organization;
        stored.locationPolicy = policy(stored.body.locationPolicy());
        stored.lastModified = THEN;
        if (stored.locationPolicy == LocationPolicy.PUBLIC) {
            stored.postalCode = stored.body.addresses().stream()
                    .map(Address::postalCode)
                    .findFirst()
                    .orElse(null);
            stored.latitude = node.has("latitude") ? node.path("latitude").asDouble() : null;
            stored.longitude = node.has("longitude") ? node.path("longitude").asDouble() : null;
        }
        keep(stored, stored.id);
        return stored.id;
    }

    private UUID[] terms(ObjectNode node) {
        var ids = new ArrayList<UUID>();
        for (var attribute : node.path("attributes")) {
            ids.add(UUID.fromString(attribute.path("taxonomy_term").path("id").asText()));
        }
        return ids.toArray(UUID[]::new);
    }

    private static LocationPolicy policy(@Nullable LocationPolicy stated) {
        return stated == null ? LocationPolicy.PUBLIC : stated;
    }

    private static List<ObjectNode> each(@Nullable JsonNode list) {
        var nodes = new ArrayList<ObjectNode>();
        if (list != null) {
            list.forEach(node -> nodes.add((ObjectNode) node));
        }
        return nodes;
    }

    /** Stores a taxonomy. */
    public UUID taxonomy(String json) {
        var stored = new Taxonomy();
        stored.body = mapper.convertValue(tree(json), TaxonomyRecord.class);
        stored.id = stored.body.id();
        stored.name = stored.body.name();
        stored.lastModified = THEN;
        keep(stored, stored.id);
        return stored.id;
    }

    /** Stores a term and the taxonomy nested in it. */
    public UUID term(String json) {
        var node = tree(json);
        var stored = new Term();
        if (node.get("taxonomy_detail") instanceof ObjectNode taxonomy) {
            stored.taxonomyId = taxonomy(taxonomy.toString());
            entities.flush();
        }
        stored.body = mapper.convertValue(node, TermRecord.class);
        stored.id = stored.body.id();
        stored.code = node.path("code").asText(node.path("id").asText());
        stored.name = stored.body.name();
        stored.parentId = stored.body.parentId();
        stored.lastModified = THEN;
        keep(stored, stored.id);
        return stored.id;
    }

    private void keep(Object stored, UUID id) {
        ids.add(id);
        entities.merge(stored);
        entities.flush();
    }

    /** Takes out whatever was stored here. */
    public void forget() {
        for (var table : List.of("service", "location", "organization", "taxonomy_term", "taxonomy")) {
            entities.createNativeQuery("delete from " + table + " where id in (:ids)")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
        ids.clear();
    }

    /** Whatever SQL says. */
    public void sql(String statement) {
        entities.createNativeQuery(statement).executeUpdate();
    }

    private ObjectNode tree(String json) {
        try {
            return (ObjectNode) mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** An organisation with a name, as JSON. */
    public static String anOrganization(UUID id, String name) {
        return String.format(Locale.ROOT, json("{'id': '%s', 'name': '%s', 'description': 'It helps.'}"), id, name);
    }

    /** A service of an organisation, as JSON.
     *  @param more further fields, each with a comma before it */
    public static String aService(UUID id, UUID organization, String more) {
        return String.format(
                Locale.ROOT,
                json("{'id': '%s', 'organization_id': '%s', 'name': 'Open door', 'status': 'active'%s}"),
                id,
                organization,
                more);
    }
}
