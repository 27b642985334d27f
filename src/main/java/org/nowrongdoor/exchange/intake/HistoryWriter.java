package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.StoreTable;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;

/** Writes what changed, field by field; of what must be forgotten it keeps that it changed, not what it was. */
@Singleton
class HistoryWriter {

    private static final String INSERT = "insert into history (entity, id, op, field, previous, replacement, at, actor)"
            + " select n.entity, n.id::uuid, n.op, n.field, n.previous::jsonb, n.replacement::jsonb, ?::timestamptz, ?"
            + " from unnest(?, ?, ?, ?, ?, ?) as n(entity, id, op, field, previous, replacement)";
    private static final String EMPTY =
            "update history set previous = null, replacement = null where entity = ? and id = any(?)";

    /** When, and by whom. */
    record Stamp(Instant at, @Nullable String actor) {}

    void write(Connection connection, UnitOfWork stored, Stamp stamp) throws SQLException {
        var rows = new ArrayList<@Nullable String[]>();
        for (var table : StoreTable.ALL) {
            var forgotten = new ArrayList<Object>();
            for (var held : stored.list(table.entity())) {
                if (held.forgotten) {
                    forgotten.add(held.id);
                }
                if (held.changed()) {
                    rows.addAll(rows(held));
                }
            }
            empty(connection, table.entity(), forgotten);
        }
        insert(connection, rows, stamp);
    }

    private static List<@Nullable String[]> rows(TrackedRow held) {
        var before = held.before;
        if (before == null || held.deleted) {
            return List.<@Nullable String[]>of(
                    row(held, before == null ? "create" : "delete", new FieldDifference("", null, null)));
        }
        var found = new ArrayList<@Nullable String[]>();
        var silent =
                held.forgotten || (before.policy() != LocationPolicy.PUBLIC && held.entity == ChangedEntity.LOCATION);
        for (var difference : FieldDifference.between(before.body(), held.now.body())) {
            found.add(row(held, "update", silent ? new FieldDifference(difference.field(), null, null) : difference));
        }
        if (!before.owners().equals(held.now.owners())) {
            found.add(row(held, "update", new FieldDifference("/organization_id", null, null)));
        }
        return found;
    }

    private static @Nullable String[] row(TrackedRow held, String op, FieldDifference difference) {
        return new @Nullable String[] {
            held.entity.wire(),
            held.id.toString(),
            op,
            difference.field(),
            text(difference.previous()),
            text(difference.replacement())
        };
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.toString();
    }

    private static void empty(Connection connection, ChangedEntity entity, List<Object> ids) throws SQLException {
        if (!ids.isEmpty()) {
            try (var statement = connection.prepareStatement(EMPTY)) {
                statement.setString(1, entity.wire());
                statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                statement.executeUpdate();
            }
        }
    }

    private static void insert(Connection connection, List<@Nullable String[]> rows, Stamp stamp) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, stamp.at.toString());
            statement.setString(2, stamp.actor);
            for (int column = 0; column < 6; column++) {
                int at = column;
                var values = rows.stream().map(row -> row[at]).toArray(String[]::new);
                statement.setArray(
                        3 + column,
                        connection.createArrayOf("text", Arrays.copyOf(values, values.length, Object[].class)));
            }
            statement.executeUpdate();
        }
    }
}
