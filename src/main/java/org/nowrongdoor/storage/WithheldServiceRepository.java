package org.nowrongdoor.storage;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of withheld services. */
@Singleton
class WithheldServiceRepository {

    // In the order of ids: two who withhold the same services wait for each other instead of both for ever.
    private static final String PUT = """
            insert into withheld (service_id, ticket)
            select id, currval(pg_get_serial_sequence('change_log', 'ticket'))
            from (
                select unnest(?) as id
                union select id from service where organization_id = any(?)
                union select service_id from service_at_location where location_id = any(?)
            ) told order by id
            on conflict (service_id) do update
            set token = gen_random_uuid(), ticket = excluded.ticket, tx = pg_current_xact_id()
            returning service_id, token, ticket
            """;
    private static final String EACH = "select service_id, token, ticket from withheld";
    private static final String SINCE = """
            select service_id, token, ticket, pg_current_snapshot()::text from withheld
            where tx >= pg_snapshot_xmin(?::pg_snapshot) and not pg_visible_in_snapshot(tx, ?::pg_snapshot)
            """;
    private static final String PASSED = """
            select w.service_id, w.token, w.ticket from withheld w join change_log l on l.ticket = w.ticket
            where w.service_id = any(?) and l.last_seq <= ? and l.at <= ?
            """;

    private final DataSource database;

    WithheldServiceRepository(DataSource database) {
        this.database = database;
    }

    /** What was read, and what of it was there to be read.
     *  @param snapshot what the database showed, as it writes it */
    record Seen(List<WithheldRow> services, String snapshot) {}

    /** Withholds in the caller's transaction, which has logged its changes. */
    static List<WithheldRow> put(Connection connection, ToldLess less) throws SQLException {
        try (var statement = connection.prepareStatement(PUT)) {
            statement.setArray(1, uuids(connection, less.services()));
            statement.setArray(2, uuids(connection, less.organizations()));
            statement.setArray(3, uuids(connection, less.locations()));
            return list(statement);
        }
    }

    /** Every row. */
    Seen all() {
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement("select pg_current_snapshot()::text");
                var each = connection.prepareStatement(EACH);
                var row = ask.executeQuery()) {
            row.next();
            return new Seen(list(each), row.getString(1));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The rows that became visible after a snapshot. */
    Seen since(String snapshot) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SINCE)) {
            statement.setString(1, snapshot);
            statement.setString(2, snapshot);
            var found = new ArrayList<WithheldRow>();
            var shown = snapshot;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(service(rows));
                    shown = rows.getString(4);
                }
            }
            return new Seen(found, shown);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The rows of these services as they stand. */
    List<WithheldRow> find(Collection<UUID> ids) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(EACH + " where service_id = any(?)")) {
            statement.setArray(1, uuids(connection, ids));
            return list(statement);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Those whose change has a number up to {@code seq} and was made by a time. */
    List<WithheldRow> passed(Collection<UUID> ids, long seq, Instant by) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PASSED)) {
            statement.setArray(1, uuids(connection, ids));
            statement.setLong(2, seq);
            statement.setTimestamp(3, Timestamp.from(by));
            return list(statement);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private static List<WithheldRow> list(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var found = new ArrayList<WithheldRow>();
            while (rows.next()) {
                found.add(service(rows));
            }
            return found;
        }
    }

    private static WithheldRow service(ResultSet row) throws SQLException {
        return new WithheldRow(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3));
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("cannot read which services are withheld", e);
    }
}
