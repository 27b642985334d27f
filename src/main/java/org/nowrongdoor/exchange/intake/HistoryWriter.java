package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
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
import org.nowrongdoor.exchange.row.TrackedRow.State;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;

/** Writes what changed, field by field; of what must be forgotten it keeps that it changed, not what it was. */
@Singleton
class HistoryWriter {

    private static final String INSERT = "insert into history (entity, id, op, field, previous, replacement, at, actor)"
            + " select n.entity, n.id::uuid, n.op, n.field, n.previous::jsonb, n.replacement::jsonb, ?::timestamptz, ?"
            + " from unnest(?, ?, ?, ?, ?, ?) as n(entity, id, op, field, previous, replacement)";

    private static final String OWNER = "/organization_id";

    /** When, and by whom. */
    record Stamp(Instant at, @Nullable String actor) {}

    void write(Connection connection, UnitOfWork stored, Stamp stamp) throws SQLException {
        var rows = new ArrayList<@Nullable String[]>();
        for (var table : StoreTable.ALL) {
            for (var held : stored.list(table.entity())) {
                if (held.changed()) {
                    rows.addAll(rows(held));
                }
            }
        }
        insert(connection, rows, stamp);
    }

    private static List<@Nullable String[]> rows(TrackedRow held) {
        var before = held.before;
        var found = new ArrayList<@Nullable String[]>();
        if (before != null && held.entity == ChangedEntity.SERVICE_AT_LOCATION && isElsewhere(held, before)) {
            found.add(row(held, held.deleted ? "delete" : "update", givenAt(before)));
        }
        if (before == null || held.deleted) {
            found.add(row(held, before == null ? "create" : "delete", new FieldDifference("", null, null)));
            return found;
        }
        var silent =
                held.forgotten || (before.policy() != LocationPolicy.PUBLIC && held.entity == ChangedEntity.LOCATION);
        var differences = FieldDifference.between(before.body(), held.now.body());
        for (var difference : differences) {
            found.add(row(held, "update", silent ? new FieldDifference(difference.field(), null, null) : difference));
        }
        if (!before.owners().equals(held.now.owners())
                && differences.stream()
                        .noneMatch(difference -> difference.field().equals(OWNER))) {
            var owner = new FieldDifference(OWNER, silent ? null : owner(before), silent ? null : owner(held.now));
            found.add(row(held, "update", owner));
        }
        return found;
    }

    private static boolean isElsewhere(TrackedRow pair, State before) {
        return pair.deleted || !before.owners().equals(pair.now.owners());
    }

    /** Where a service was given: where that is hidden one day, what the service said of it is looked for. */
    private static FieldDifference givenAt(State before) {
        var ends = JsonNodeFactory.instance.objectNode();
        ends.put("service_id", String.valueOf(before.owners().service()));
        ends.put("location_id", String.valueOf(before.owners().location()));
        return new FieldDifference("/given_at", ends, null);
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

    /** Told, so that one who asks later whose it was finds it. */
    private static @Nullable JsonNode owner(State state) {
        var organization = state.owners().organization();
        return organization == null ? null : TextNode.valueOf(organization.toString());
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.toString();
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
