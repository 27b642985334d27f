package org.nowrongdoor.exchange.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.ConcurrentChangeException;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;

/** Keeps a stricter policy and what else is written of its organisation from passing each other: what names the same
 *  address meets it in no row. What makes a policy stricter holds the organisation alone, and gives it a new
 *  version;
 *  what writes anything else of it shares it, at the version that was read. */
final class OrganizationChecker {

    private static final List<ChangedEntity> OWNED = List.of(ChangedEntity.SERVICE, ChangedEntity.LOCATION);
    private static final String RENEW = "update organization set version = version where id = any(?::uuid[])";
    private static final String OWN = """
            with o as (select unnest(?::uuid[]) as id)
            select 'service', s.id, s.version from o join service s on s.organization_id = o.id
            union all select 'location', l.id, l.version from o join location l on l.organization_id = o.id
            union all select 'service_at_location', p.id, p.version
                from o join service s on s.organization_id = o.id join service_at_location p on p.service_id = s.id
            """;

    private final UnitOfWork stored;
    private final Set<UUID> alone = new HashSet<>();
    private final Set<UUID> shared = new HashSet<>();

    private OrganizationChecker(UnitOfWork stored) {
        this.stored = stored;
    }

    /** Holds the organisations of a batch to the end of the transaction, as they were read.
     *  @throws ConcurrentChangeException when one is no longer so, or has something that was not read with it */
    static void hold(Connection connection, UnitOfWork stored) throws SQLException {
        var checker = new OrganizationChecker(stored);
        OWNED.forEach(entity -> stored.list(entity).forEach(checker::note));
        stored.list(ChangedEntity.SERVICE_AT_LOCATION).forEach(checker::notePair);
        checker.shared.removeAll(checker.alone);
        checker.hold(connection);
    }

    private void note(TrackedRow row) {
        if (!row.changed() && !row.forgotten) {
            return;
        }
        var owners = new HashSet<UUID>();
        add(owners, row.now.owners().organization());
        if (row.before != null) {
            add(owners, row.before.owners().organization());
        }
        if (row.entity == ChangedEntity.LOCATION) {
            stored.servicesAt(row.id).forEach(pair -> add(owners, ownerOf(ChangedEntity.SERVICE, pair)));
        }
        (isStricter(row) ? alone : shared).addAll(owners);
    }

    private void notePair(TrackedRow pair) {
        if (pair.changed()) {
            add(shared, ownerOf(ChangedEntity.SERVICE, pair));
            add(shared, ownerOf(ChangedEntity.LOCATION, pair));
        }
    }

    private @Nullable UUID ownerOf(ChangedEntity entity, TrackedRow pair) {
        var owners = pair.now.owners();
        var id = entity == ChangedEntity.SERVICE ? owners.service() : owners.location();
        var held = id == null ? null : stored.find(entity, id);
        return held == null ? null : held.now.owners().organization();
    }

    private static boolean isStricter(TrackedRow row) {
        return row.before != null && (row.deleted || row.before.policy().compareTo(row.now.policy()) < 0);
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private void hold(Connection connection) throws SQLException {
        hold(connection, rows(alone), "update");
        // One that is written itself is compared and held by that.
        hold(connection, rows(shared).stream().filter(row -> !row.changed()).toList(), "key share");
        if (!alone.isEmpty()) {
            renew(connection);
            refuseUnseen(connection);
        }
    }

    /** Those of the organisations that are stored. */
    private List<TrackedRow> rows(Set<UUID> organizations) {
        return stored.list(ChangedEntity.ORGANIZATION).stream()
                .filter(row -> row.before != null && organizations.contains(row.id))
                .toList();
    }

    private static void hold(Connection connection, List<TrackedRow> rows, String strength) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var sql = """
                select o.id from organization o join unnest(?::uuid[], ?::bigint[]) as n(id, was)
                on o.id = n.id and o.version = n.was order by o.id for %s of o
                """.formatted(strength);
        try (var select = connection.prepareStatement(sql)) {
            var ids = rows.stream().map(row -> row.id.toString()).toArray();
            var were = rows.stream()
                    .map(row ->
                            String.valueOf(Objects.requireNonNull(row.before).version()))
                    .toArray();
            select.setArray(1, connection.createArrayOf("text", ids));
            select.setArray(2, connection.createArrayOf("text", were));
            int held = 0;
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    held++;
                }
            }
            if (held != rows.size()) {
                throw new ConcurrentChangeException("organization");
            }
        }
    }

    private void renew(Connection connection) throws SQLException {
        var unchanged = rows(alone).stream().filter(row -> !row.changed()).toList();
        try (var update = connection.prepareStatement(RENEW)) {
            update.setArray(
                    1, ids(connection, unchanged.stream().map(row -> row.id).toList()));
            update.executeUpdate();
        }
    }

    /** Of an organisation that was read as a whole, everything that is there now must be what was read. */
    private void refuseUnseen(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(OWN)) {
            select.setArray(
                    1, ids(connection, alone.stream().filter(stored::isWhole).toList()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var entity = ChangedEntity.valueOf(rows.getString(1).toUpperCase(Locale.ROOT));
                    if (!isSeen(entity, rows.getObject(2, UUID.class), rows.getLong(3))) {
                        throw new ConcurrentChangeException(entity.wire());
                    }
                }
            }
        }
    }

    private boolean isSeen(ChangedEntity entity, UUID id, long version) {
        var held = stored.get(entity, id);
        return held != null && held.before != null && Objects.equals(held.before.version(), version);
    }

    private static Array ids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("text", ids.stream().map(UUID::toString).toArray());
    }
}
