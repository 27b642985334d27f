package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.nowrongdoor.storage.ChangedEntity;

/** Reads what may tell the same as a row whose address is taken away: the rest of its organisation, its own past, and
 *  locations with the same postal code. */
@Singleton
public class RelatedRowLoader {

    private static final String SERVICES = "select id from service where organization_id = any(?)";
    private static final String LOCATIONS = "select id from location where organization_id = any(?) union"
            + " select p.location_id from service_at_location p join service s on s.id = p.service_id"
            + " where s.organization_id = any(?)";
    private static final String FORMER = "select field, previous, replacement from history where entity = 'location'"
            + " and id = any(?) and (field like '/addresses%' or field in ('/latitude', '/longitude', '/external_identifier'))";
    private static final String FORMER_OWNERS =
            "select (previous #>> '{}')::uuid from history where entity = 'location'"
                    + " and id = any(?) and field = '/organization_id' and previous is not null";
    private static final String FORMER_GIVERS = "select s.organization_id from history h"
            + " join service s on s.id = (h.previous ->> 'service_id')::uuid where h.field = '/given_at'"
            + " and h.previous is not null and h.previous ->> 'location_id' = any(?::uuid[]::text[])"
            + " and s.organization_id is not null";
    private static final String FORMER_MEMBERS = "select id from history where entity = '%s'"
            + " and field = '/organization_id' and previous is not null and previous #>> '{}' = any(?::uuid[]::text[])";
    private static final String NEAR =
            "select id, body from location where postal_code = any(?) and location_policy = 'PUBLIC'";

    private static final String STORED = "select id from organization where id = any(?)";
    private static final String NAMING =
            "select o.id from unnest(?::uuid[]) as n(id) join organization o on o.body -> 'partners'"
                    + " @> jsonb_build_array(jsonb_build_object('organization_id', n.id))";

    private final EntityManager entities;
    private final RowLoader rows;
    private final ObjectMapper mapper;

    RelatedRowLoader(EntityManager entities, RowLoader rows, ObjectMapper mapper) {
        this.entities = entities;
        this.rows = rows;
        this.mapper = mapper;
    }

    /** A public location of any organisation. */
    public record PublishedLocation(UUID id, ObjectNode body) {}

    /** Every row of some organisations, and every location at which a service of theirs is given. */
    public void loadOrganizations(UnitOfWork stored, Collection<UUID> organizations) {
        var missing = organizations.stream().filter(stored::becomeWhole).toArray();
        if (missing.length == 0) {
            return;
        }
        var ids = new EnumMap<ChangedEntity, Set<UUID>>(ChangedEntity.class);
        for (var entity : ChangedEntity.values()) {
            ids.put(entity, new HashSet<>());
        }
        entities.unwrap(Session.class).doWork(connection -> {
            ids.put(ChangedEntity.SERVICE, new HashSet<>(list(connection, SERVICES, missing, RelatedRowLoader::id)));
            ids.put(ChangedEntity.LOCATION, new HashSet<>(list(connection, LOCATIONS, missing, RelatedRowLoader::id)));
        });
        rows.load(stored, ids);
    }

    /** Notes which of some organisations are stored: a file may name thousands, so their records are not read. */
    public void notePartners(UnitOfWork stored, Collection<UUID> organizations) {
        if (!organizations.isEmpty()) {
            entities.unwrap(Session.class)
                    .doWork(connection -> list(connection, STORED, organizations.toArray(), RelatedRowLoader::id)
                            .forEach(stored::foundPartner));
        }
    }

    /** The organisations that have some others for partners, which are read as well. */
    public Set<UUID> loadNaming(UnitOfWork stored, Collection<UUID> organizations) {
        var found = new HashSet<UUID>();
        entities.unwrap(Session.class)
                .doWork(connection ->
                        found.addAll(list(connection, NAMING, organizations.toArray(), RelatedRowLoader::id)));
        if (!found.isEmpty()) {
            rows.load(stored, new EnumMap<>(Map.of(ChangedEntity.ORGANIZATION, found)));
        }
        return found;
    }

    /** The organisations that locations belonged to earlier, or whose services were given there. */
    public Set<UUID> formerOwners(Collection<UUID> locations) {
        var found = new HashSet<UUID>();
        entities.unwrap(Session.class).doWork(connection -> {
            found.addAll(list(connection, FORMER_OWNERS, locations.toArray(), RelatedRowLoader::id));
            found.addAll(list(connection, FORMER_GIVERS, locations.toArray(), RelatedRowLoader::id));
        });
        return found;
    }

    /** The services and locations that belonged to some organisations earlier, which are read as well. */
    public Set<UUID> loadFormerMembers(UnitOfWork stored, Collection<UUID> organizations) {
        var ids = new EnumMap<ChangedEntity, Set<UUID>>(ChangedEntity.class);
        for (var entity : ChangedEntity.values()) {
            ids.put(entity, new HashSet<>());
        }
        var found = new HashSet<UUID>();
        entities.unwrap(Session.class).doWork(connection -> {
            for (var entity : List.of(ChangedEntity.SERVICE, ChangedEntity.LOCATION)) {
                var sql = FORMER_MEMBERS.formatted(entity.wire());
                var members = list(connection, sql, organizations.toArray(), RelatedRowLoader::id);
                ids.put(entity, new HashSet<>(members));
                found.addAll(members);
            }
        });
        if (!found.isEmpty()) {
            rows.load(stored, ids);
        }
        return found;
    }

    /** What locations said earlier of where they are, each value as a location of its own. */
    public List<ObjectNode> formerPlaces(Collection<UUID> locations) {
        var found = new ArrayList<ObjectNode>();
        entities.unwrap(Session.class).doWork(connection -> {
            for (var row : list(connection, FORMER, locations.toArray(), RelatedRowLoader::texts)) {
                for (var value : row.subList(1, row.size())) {
                    found.add(place(row.get(0), value));
                }
            }
        });
        return found;
    }

    /** The public locations with one of some postal codes. */
    public List<PublishedLocation> listPublished(Collection<String> postalCodes) {
        var found = new ArrayList<PublishedLocation>();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(NEAR)) {
                statement.setArray(1, connection.createArrayOf("text", postalCodes.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (json(rows.getString(2)) instanceof ObjectNode body) {
                            found.add(new PublishedLocation(id(rows), body));
                        }
                    }
                }
            }
        });
        return found;
    }

    private ObjectNode place(String field, String value) {
        var place = JsonNodeFactory.instance.objectNode();
        var parts = field.split("/", -1);
        var json = json(value);
        if (!parts[1].equals("addresses")) {
            place.set(parts[1], json);
        } else if (json.isArray()) {
            place.set(parts[1], json);
        } else if (json.isObject()) {
            place.putArray(parts[1]).add(json);
        } else {
            place.putArray(parts[1]).addObject().set(parts[parts.length - 1], json);
        }
        return place;
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored value is no JSON", e);
        }
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(Connection connection, String sql, Object[] ids, RowReader<T> reader)
            throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = connection.prepareStatement(sql)) {
            for (int place = 1; place <= statement.getParameterMetaData().getParameterCount(); place++) {
                statement.setArray(place, connection.createArrayOf("uuid", ids));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
        }
        return found;
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        var texts = new ArrayList<String>();
        for (int column = 1; column <= 3; column++) {
            var text = row.getString(column);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
