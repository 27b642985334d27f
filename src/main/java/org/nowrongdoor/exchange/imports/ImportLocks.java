package org.nowrongdoor.exchange.imports;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.AdvisoryLock;

/** Tells a running import from one whose process is gone: a lock in the database lives as long as its process. */
@Singleton
class ImportLocks {

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
            AdvisoryLock.IMPORT.lock(connection, id.toString());
            held++;
        } catch (SQLException e) {
            throw new IllegalStateException("could not lock an import", e);
        }
    }

    synchronized void release(UUID id) {
        try {
            if (connection != null) {
                AdvisoryLock.IMPORT.unlock(connection, id.toString());
                if (--held == 0) {
                    connection.close();
                    connection = null;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not unlock an import", e);
        }
    }
}
