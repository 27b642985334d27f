package org.nowrongdoor.referral.person;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Takes out of the database's files what was deleted from the vault: a deleted row lies in its page, and what
 *  wrote it in the write-ahead log, until someone clears them away (decision Vault-Swept). */
@Singleton
public class VaultSweepJob {

    private static final Logger LOG = Logger.getLogger(VaultSweepJob.class);

    // Rewriting the table is the one way that leaves no bytes behind: a plain vacuum frees them and lets them lie.
    private static final String REWRITE = "vacuum full person_vault";

    private static final String OLDER = "select exists (select 1 from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid() and xact_start < ?)";

    private final DataSource database;

    // True at first: a server that was killed between destroying and sweeping must not leave it at that.
    private final AtomicBoolean needed = new AtomicBoolean(true);

    private boolean isLogOurs = true;

    VaultSweepJob(DataSource database) {
        this.database = database;
    }

    /** Has the files swept soon; call it after something was destroyed. */
    public void ask() {
        needed.set(true);
    }

    /** Sweeps if there is anything to sweep. */
    @Scheduled(
            every = "${directory.referral.sweep-every:30s}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (!needed.getAndSet(false)) {
            return;
        }
        try (var connection = database.getConnection()) {
            var began = began(connection);
            execute(connection, "set lock_timeout = '2s'");
            try {
                execute(connection, REWRITE);
                recycleLog(connection);
            } finally {
                execute(connection, "reset lock_timeout");
            }
            if (isSeenByAnother(connection, began)) {
                needed.set(true);
            }
        } catch (SQLException e) {
            needed.set(true);
            LOG.warn("the vault could not be swept; trying again", e);
        }
    }

    private static OffsetDateTime began(Connection connection) throws SQLException {
        try (var ask = connection.createStatement();
                var row = ask.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    /** Whether a transaction was open all the while: rows that it may still see were carried over with the others. */
    private static boolean isSeenByAnother(Connection connection, OffsetDateTime began) throws SQLException {
        try (var ask = connection.prepareStatement(OLDER)) {
            ask.setObject(1, began);
            try (var row = ask.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void recycleLog(Connection connection) {
        if (!isLogOurs) {
            return;
        }
        try {
            execute(connection, "select pg_switch_wal()");
            execute(connection, "checkpoint");
            // The segment that the first one still needed is free after the second.
            execute(connection, "select pg_switch_wal()");
            execute(connection, "checkpoint");
        } catch (SQLException e) {
            isLogOurs = false;
            LOG.info("The write-ahead log of this database is its administrator's: what was deleted from the vault"
                    + " stays in it, encrypted, until it is recycled");
            LOG.debug("refused", e);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
