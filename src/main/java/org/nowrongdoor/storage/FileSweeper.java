package org.nowrongdoor.storage;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Takes out of the files of the database what was deleted: a deleted row lies in its page, and what wrote it in the
 *  write-ahead log, until they are cleared away. */
@Singleton
public class FileSweeper {

    private static final Logger LOG = Logger.getLogger(FileSweeper.class);

    // A transaction that began before the deletion may still see the row, so a rewrite would carry it over; so may a
    // prepared one and a replica. Each names the oldest transaction that it may have to look behind.
    private static final String HELD = "select exists (select from (select backend_xmin as held from pg_stat_activity"
            + " where pid <> pg_backend_pid() and (datname = current_database() or datname is null)"
            + " union all select backend_xid from pg_stat_activity"
            + " where pid <> pg_backend_pid() and datname = current_database() union all select xmin from pg_replication_slots"
            + " union all select transaction from pg_prepared_xacts where database = current_database()) h"
            + " where age(h.held) > age(cast(? as text)::xid))";
    private static final String NEXT = "select pg_snapshot_xmax(pg_current_snapshot())::xid::text";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    // 200 ms: while it waits for a table no one else can read it.
    private static final String LOCK_TIMEOUT = "set lock_timeout = '200ms'";
    private static final String NOT_ALLOWED = "42501";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource database;

    public FileSweeper(DataSource database) {
        this.database = database;
    }

    /** Clears tables and the log. Rewriting a table is the one way that leaves no bytes behind: a plain vacuum frees them
     *  and lets them lie until other rows take their place.
     *  @param rewriteBytes tables of up to so many bytes are rewritten, larger ones vacuumed
     *  @return false when others hold it up; then try again later */
    public boolean sweep(List<String> tables, long rewriteBytes) throws SQLException {
        try (var connection = database.getConnection()) {
            var bound = text(connection, NEXT);
            if (!awaitOthers(connection, bound)) {
                return false;
            }
            execute(connection, LOCK_TIMEOUT);
            try {
                for (var table : tables) {
                    var isSmall = bytes(connection, table) <= rewriteBytes;
                    execute(connection, (isSmall ? "vacuum full " : "vacuum ") + table);
                }
            } catch (SQLException e) {
                if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            } finally {
                execute(connection, "reset lock_timeout");
            }
            if (isHeld(connection, bound)) {
                // What was rewritten meanwhile may have been carried over.
                return false;
            }
            recycleLog(connection);
            return true;
        }
    }

    /** Waits until no transaction can see what was there before a transaction number. */
    private static boolean awaitOthers(Connection connection, String bound) throws SQLException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); isHeld(connection, bound); ) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static boolean isHeld(Connection connection, String bound) throws SQLException {
        try (var select = connection.prepareStatement(HELD)) {
            select.setString(1, bound);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static long bytes(Connection connection, String table) throws SQLException {
        try (var select = connection.prepareStatement("select pg_total_relation_size(?::regclass)")) {
            select.setString(1, table);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void recycleLog(Connection connection) throws SQLException {
        try {
            execute(connection, "select pg_switch_wal()");
            execute(connection, "checkpoint");
            // The segment that the first one still needed is free after the second.
            execute(connection, "select pg_switch_wal()");
            execute(connection, "checkpoint");
        } catch (SQLException e) {
            if (!NOT_ALLOWED.equals(e.getSQLState())) {
                throw e;
            }
            LOG.info("The write-ahead log of this database is its administrator's: what was deleted stays in it until"
                    + " it is recycled");
            LOG.debug("refused", e);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
