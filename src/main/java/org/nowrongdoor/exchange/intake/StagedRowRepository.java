package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.ParentIds;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.StoreTable;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.TrackedRow.State;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;

/** The records that an import has checked and not stored yet, so that later rows of it may name them: ids and policies,
 *  no text. */
@Singleton
public class StagedRowRepository {

    private static final String PUT = "insert into import_staged"
            + " (import_id, entity, id, organization_id, service_id, location_id, policy)"
            + " select ?::uuid, n.entity, n.id::uuid, n.organization::uuid, n.service::uuid, n.location::uuid, n.policy"
            + " from unnest(?, ?, ?, ?, ?, ?) as n(entity, id, organization, service, location, policy)"
            + " on conflict (import_id, id, entity) do update set organization_id = excluded.organization_id,"
            + " service_id = excluded.service_id, location_id = excluded.location_id, policy = excluded.policy";
    private static final String FIND = "select entity, id, organization_id, service_id, location_id, policy"
            + " from import_staged where import_id = ? and id = any(?)";
    private static final String CLEAR = "delete from import_staged where import_id = ?";

    private final EntityManager entities;

    StagedRowRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds what an import has staged of the records that drafts name. A stored record stays, with a stricter policy if it
     *  is to get one. */
    public void load(UUID importId, UnitOfWork stored, Collection<PendingRow> drafts) {
        var ids = new HashSet<UUID>();
        for (var draft : drafts) {
            ids.add(draft.id());
            addOwners(ids, draft.owners());
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try (var select = connection.prepareStatement(FIND)) {
                select.setObject(1, importId);
                select.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        add(stored, rows);
                    }
                }
            }
        });
    }

    private static void addOwners(Set<UUID> ids, ParentIds owners) {
        for (var owner : new @Nullable UUID[] {owners.organization(), owners.service(), owners.location()}) {
            if (owner != null) {
                ids.add(owner);
            }
        }
    }

    private static void add(UnitOfWork stored, ResultSet row) throws SQLException {
        var entity = ChangedEntity.valueOf(row.getString(1).toUpperCase(Locale.ROOT));
        var id = row.getObject(2, UUID.class);
        var policy = LocationPolicy.valueOf(row.getString(6));
        var held = stored.find(entity, id);
        if (held == null) {
            var owners = new ParentIds(
                    row.getObject(3, UUID.class), row.getObject(4, UUID.class), row.getObject(5, UUID.class));
            stored.foundStaged(entity, id, new State(JsonNodeFactory.instance.objectNode(), owners, policy, 0L));
        } else if (policy.compareTo(held.now.policy()) > 0) {
            var now = held.now;
            held.now = new State(now.body(), now.owners(), policy, now.version());
        }
    }

    /** Notes what a batch would add, or give another policy. */
    public void put(UUID importId, UnitOfWork stored) {
        var rows = new ArrayList<TrackedRow>();
        for (var table : StoreTable.ALL) {
            stored.list(table.entity()).stream()
                    .filter(held -> !held.deleted && held.changed() && (held.isStaged() || held.isOtherPolicy()))
                    .forEach(rows::add);
        }
        if (rows.isEmpty()) {
            return;
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(PUT)) {
                insert.setString(1, importId.toString());
                insert.setArray(2, texts(connection, rows, held -> held.entity.wire()));
                insert.setArray(3, texts(connection, rows, held -> held.id));
                insert.setArray(
                        4, texts(connection, rows, held -> held.now.owners().organization()));
                insert.setArray(
                        5, texts(connection, rows, held -> held.now.owners().service()));
                insert.setArray(
                        6, texts(connection, rows, held -> held.now.owners().location()));
                insert.setArray(
                        7, texts(connection, rows, held -> held.now.policy().name()));
                insert.executeUpdate();
            }
        });
    }

    private static Array texts(
            Connection connection, List<TrackedRow> rows, Function<TrackedRow, @Nullable Object> value)
            throws SQLException {
        var texts = rows.stream()
                .map(value)
                .map(text -> Objects.toString(text, null))
                .toArray();
        return connection.createArrayOf("text", texts);
    }

    /** Forgets what an import has staged. */
    public void clear(UUID importId) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var delete = connection.prepareStatement(CLEAR)) {
                delete.setObject(1, importId);
                delete.executeUpdate();
            }
        });
    }
}
