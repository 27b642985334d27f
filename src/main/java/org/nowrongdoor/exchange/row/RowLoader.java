package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.TrackedRow.State;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.AdvisoryLock;
import org.nowrongdoor.storage.ChangedEntity;

/** Reads the rows that a batch will touch, few statements for many rows. */
@Singleton
public class RowLoader {

    // 32 MB: a batch has 4, and what it touches is seldom larger than itself.
    private static final long MOST_CHARACTERS = 32L << 20;

    // 2 s: a batch of an import holds its rows for a second at most; who waits longer keeps a connection from others.
    private static final int EDIT_WAITS_MILLIS = 2_000;

    // 32: so many of the largest that records may be are 32 MB, read before they can be counted.
    private static final int FETCHED_ROWS = 32;

    private static final String PAIRS = "select id, service_id, location_id, version, body from service_at_location"
            + " where id = any(?) or service_id = any(?) or location_id = any(?)";
    private static final String OUTSIDE = "select p.location_id, s.id, s.location_policy from service_at_location p"
            + " join service s on s.id = p.service_id where p.location_id = any(?)";
    private static final String GUARDED = "select organization_id from service where organization_id = any(?)"
            + " and location_policy <> 'PUBLIC' union select organization_id from location where organization_id = any(?)"
            + " and location_policy <> 'PUBLIC' union select s.organization_id from service s"
            + " join service_at_location p on p.service_id = s.id join location l on l.id = p.location_id"
            + " where s.organization_id = any(?) and l.location_policy <> 'PUBLIC'";

    private static final String REMOVED = "select id, policy from removed_policy where entity = ? and id = any(?)";

    private final EntityManager entities;
    private final ObjectMapper mapper;

    RowLoader(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** Everything stored that the drafts meet.
     *  @throws ProblemException PAYLOAD_TOO_LARGE when that is more than memory is set aside for */
    public UnitOfWork load(Collection<PendingRow> drafts) {
        var stored = new UnitOfWork();
        var ids = new EnumMap<ChangedEntity, Set<UUID>>(ChangedEntity.class);
        for (var entity : ChangedEntity.values()) {
            ids.put(entity, new HashSet<>());
        }
        for (var draft : drafts) {
            ids.getOrDefault(draft.entity(), Set.of()).add(draft.id());
            note(ids, draft.owners(), draft.entity());
        }
        load(stored, ids);
        stored.countNoMore();
        return stored;
    }

    /** Adds rows, with what is given where and whom they belong to; a row that is there already stays as it is. */
    void load(UnitOfWork stored, Map<ChangedEntity, Set<UUID>> ids) {
        entities.unwrap(Session.class).doWork(connection -> {
            load(connection, stored, ids, ChangedEntity.TAXONOMY);
            load(connection, stored, ids, ChangedEntity.TAXONOMY_TERM);
            load(connection, stored, ids, ChangedEntity.SERVICE);
            pairs(connection, stored, ids);
            load(connection, stored, ids, ChangedEntity.LOCATION);
            stored.list(ChangedEntity.SERVICE).forEach(held -> note(ids, held.now.owners(), held.entity));
            stored.list(ChangedEntity.LOCATION).forEach(held -> note(ids, held.now.owners(), held.entity));
            load(connection, stored, ids, ChangedEntity.ORGANIZATION);
            outside(connection, stored, ids);
            removed(connection, stored, ids);
        });
    }

    private static void removed(Connection connection, UnitOfWork stored, Map<ChangedEntity, Set<UUID>> ids)
            throws SQLException {
        for (var entity : List.of(ChangedEntity.SERVICE, ChangedEntity.LOCATION)) {
            var fresh = ids.getOrDefault(entity, Set.of()).stream()
                    .filter(id -> stored.find(entity, id) == null)
                    .toArray();
            if (fresh.length == 0) {
                continue;
            }
            try (var statement = connection.prepareStatement(REMOVED)) {
                statement.setString(1, entity.wire());
                statement.setArray(2, connection.createArrayOf("uuid", fresh));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        stored.foundRemoved(
                                entity, rows.getObject(1, UUID.class), LocationPolicy.valueOf(rows.getString(2)));
                    }
                }
            }
        }
    }

    /** Waits until no other transaction edits what is called so, and keeps others waiting to the end of the transaction.
     *  This transaction waits for no lock longer than two seconds. */
    public void lock(String name) {
        entities.createNativeQuery("select set_config('lock_timeout', '" + EDIT_WAITS_MILLIS + "', true)", String.class)
                .getSingleResult();
        AdvisoryLock.RECORD.lockInTransaction(entities, name);
    }

    /** Tells the planner what the tables hold by now, with what this transaction put there. A plan that was made when a
     *  table was small goes through the whole of it, and is kept until the table is analysed. */
    public void analyse() {
        // A table that another transaction is busy with is left out: an import at the same time holds it to the end.
        var tables = StoreTable.ALL.stream().map(StoreTable::name).collect(Collectors.joining(", "));
        entities.createNativeQuery("analyze (skip_locked) import_row, " + tables)
                .executeUpdate();
    }

    /** The services at a location that the batch itself did not name, with whom they belong to. */
    public void loadServicesAt(UnitOfWork stored, UUID location) {
        var missing = stored.outsideServicesAt(location).stream()
                .filter(id -> stored.find(ChangedEntity.SERVICE, id) == null)
                .collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            var ids = new EnumMap<ChangedEntity, Set<UUID>>(ChangedEntity.class);
            for (var entity : ChangedEntity.values()) {
                ids.put(entity, new HashSet<>());
            }
            ids.put(ChangedEntity.SERVICE, missing);
            load(stored, ids);
        }
    }

    private static void note(Map<ChangedEntity, Set<UUID>> ids, ParentIds owners, ChangedEntity of) {
        add(
                ids,
                of == ChangedEntity.TAXONOMY_TERM ? ChangedEntity.TAXONOMY : ChangedEntity.ORGANIZATION,
                owners.organization());
        add(ids, ChangedEntity.SERVICE, owners.service());
        add(ids, ChangedEntity.LOCATION, owners.location());
    }

    private static void add(Map<ChangedEntity, Set<UUID>> ids, ChangedEntity entity, @Nullable UUID id) {
        if (id != null) {
            ids.getOrDefault(entity, new HashSet<>()).add(id);
        }
    }

    private void load(Connection connection, UnitOfWork stored, Map<ChangedEntity, Set<UUID>> ids, ChangedEntity entity)
            throws SQLException {
        var wanted = ids.getOrDefault(entity, Set.of());
        if (wanted.isEmpty()) {
            return;
        }
        var owner = entity == ChangedEntity.TAXONOMY_TERM ? "taxonomy_id" : "organization_id";
        var hasOwner = entity != ChangedEntity.TAXONOMY && entity != ChangedEntity.ORGANIZATION;
        var hasPolicy = entity == ChangedEntity.SERVICE || entity == ChangedEntity.LOCATION;
        var sql = "select id, version, body" + (hasOwner ? ", " + owner + " as owner" : "")
                + (hasPolicy ? ", location_policy" : "") + " from " + entity.wire() + " where id = any(?)";
        for (var row : read(connection, stored, sql, List.of(wanted))) {
            var owners = hasOwner ? ParentIds.organization(row.owner) : ParentIds.NONE;
            stored.found(TrackedRow.stored(entity, row.id, new State(row.body, owners, row.policy, row.version)));
        }
    }

    private void pairs(Connection connection, UnitOfWork stored, Map<ChangedEntity, Set<UUID>> ids)
            throws SQLException {
        var own = ids.getOrDefault(ChangedEntity.SERVICE_AT_LOCATION, Set.of());
        var services = ids.getOrDefault(ChangedEntity.SERVICE, Set.of());
        var locations = ids.getOrDefault(ChangedEntity.LOCATION, Set.of());
        for (var row : read(connection, stored, PAIRS, List.of(own, services, locations))) {
            var owners = ParentIds.pair(row.service, row.location);
            add(ids, ChangedEntity.LOCATION, row.location);
            var state = new State(row.body, owners, LocationPolicy.PUBLIC, row.version);
            stored.found(TrackedRow.stored(ChangedEntity.SERVICE_AT_LOCATION, row.id, state));
        }
    }

    private void outside(Connection connection, UnitOfWork stored, Map<ChangedEntity, Set<UUID>> ids)
            throws SQLException {
        var locations = ids.getOrDefault(ChangedEntity.LOCATION, Set.of());
        var organizations = ids.getOrDefault(ChangedEntity.ORGANIZATION, Set.of());
        try (var statement = connection.prepareStatement(OUTSIDE)) {
            statement.setArray(1, connection.createArrayOf("uuid", locations.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    stored.foundOutside(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            LocationPolicy.valueOf(rows.getString(3)));
                }
            }
        }
        try (var statement = connection.prepareStatement(GUARDED)) {
            for (int place = 1; place <= 3; place++) {
                statement.setArray(place, connection.createArrayOf("uuid", organizations.toArray()));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    stored.foundGuarded(rows.getObject(1, UUID.class));
                }
            }
        }
    }

    private record Row(
            UUID id,
            long version,
            ObjectNode body,
            @Nullable UUID owner,
            @Nullable UUID service,
            @Nullable UUID location,
            LocationPolicy policy) {}

    private List<Row> read(Connection connection, UnitOfWork stored, String sql, List<Set<UUID>> arrays)
            throws SQLException {
        var found = new ArrayList<Row>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED_ROWS);
            int place = 1;
            for (var ids : arrays) {
                statement.setArray(place++, connection.createArrayOf("uuid", ids.toArray()));
            }
            try (var rows = statement.executeQuery()) {
                var names = new HashSet<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    names.add(rows.getMetaData().getColumnName(i));
                }
                while (rows.next()) {
                    if (stored.loaded(rows.getString("body").length()) > MOST_CHARACTERS) {
                        throw tooMuch();
                    }
                    found.add(row(rows, names));
                }
            }
        }
        return found;
    }

    private static ProblemException tooMuch() {
        return ProblemException.of(
                ProblemKind.PAYLOAD_TOO_LARGE,
                "the stored records that this one touches have more than " + MOST_CHARACTERS
                        + " characters. Send those nested in it by themselves.");
    }

    private Row row(ResultSet row, Set<String> names) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                body(row.getString("body")),
                names.contains("owner") ? row.getObject("owner", UUID.class) : null,
                names.contains("service_id") ? row.getObject("service_id", UUID.class) : null,
                names.contains("location_id") ? row.getObject("location_id", UUID.class) : null,
                names.contains("location_policy")
                        ? LocationPolicy.valueOf(row.getString("location_policy"))
                        : LocationPolicy.PUBLIC);
    }

    /** A stored body without the time of its last change, which is no part of what it says. */
    private ObjectNode body(String json) {
        try {
            var body = (ObjectNode) mapper.readTree(json);
            body.remove("last_modified");
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored record is no JSON", e);
        }
    }
}
