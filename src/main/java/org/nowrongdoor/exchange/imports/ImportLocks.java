package org.nowrongdoor.exchange.imports;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tells a running import from one whose process is gone: a lock in the database lives as long as its process. */
@Singleton
class ImportLocks {

    static final String KEY = "hashtextextended('import/' || ?, 60)";

    private final DataSource source;
    private @Nullable Connection connection;
    private int held;

    ImportLocks(DataSource source) {
        this.source = source;
    }

    synchronized void hold(UUID id) {
        try {
            if (connection == null) {
                connection = source.getConnection();
            }
            call(connection, "select pg_advisory_lock(" + KEY + ")", id);
            held++;
        } catch (SQLException e) {
            throw new IllegalStateException("could not lock an import", e);
        }
    }

    synchronized void release(UUID id) {
        try {
            if (connection != null) {
                call(connection, "select pg_advisory_unlock(" + KEY + ")", id);
                if (--held == 0) {
                    connection.close();
                    connection = null;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not unlock an import", e);
        }
    }

    private static void call(Connection connection, String sql, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, id.toString());
            statement.execute();
        }
    }
}
