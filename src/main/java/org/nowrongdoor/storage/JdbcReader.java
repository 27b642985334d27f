package org.nowrongdoor.storage;

import jakarta.inject.Singleton;
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
import org.nowrongdoor.problem.Deadline;

/** Reads rows as they stand, without making entities of them.
 *  Within a transaction it reads what that has flushed. */
@Singleton
public class JdbcReader {

    private final DataSource source;

    public JdbcReader(DataSource source) {
        this.source = source;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Every row of a query. */
    public <T> List<T> list(SqlBuilder query, Reader<T> reader) {
        Deadline.check();
        try (var connection = source.getConnection();
                var statement = prepared(connection, query);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the directory", e);
        }
    }

    /** The one number that a query asks for. */
    public long number(SqlBuilder query) {
        return list(query, row -> row.getLong(1)).get(0);
    }

    private static PreparedStatement prepared(Connection connection, SqlBuilder query) throws SQLException {
        var statement = connection.prepareStatement(query.text());
        if (Deadline.isSet()) {
            // Whole seconds are all that JDBC knows.
            statement.setQueryTimeout((int) ((Deadline.leftMillis() + 999) / 1000));
        }
        int place = 1;
        for (var value : query.values()) {
            statement.setObject(place++, bound(connection, value));
        }
        return statement;
    }

    private static Object bound(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return Timestamp.from(instant);
        }
        if (value instanceof Collection<?> many) {
            var type = many.stream().allMatch(UUID.class::isInstance) ? "uuid" : "text";
            return connection.createArrayOf(type, many.toArray());
        }
        return value;
    }
}
