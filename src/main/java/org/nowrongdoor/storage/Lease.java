package org.nowrongdoor.storage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Named rights that one process of many holds at a time.
 *  The database keeps them for as long as this process stays connected, and gives them on when it does not. */
@Singleton
public class Lease {

    private static final Logger LOG = Logger.getLogger(Lease.class);
    private static final String TAKE = "select pg_try_advisory_lock(hashtextextended('nwd:' || ?, 0))";
    private static final String GIVE = "select pg_advisory_unlock(hashtextextended('nwd:' || ?, 0))";
    private static final String GIVE_ALL = "select pg_advisory_unlock_all()";
    private static final String PING = "select true";

    private final DataSource database;
    private final Set<String> held = new HashSet<>();
    private @Nullable Connection session;

    public Lease(DataSource database) {
        this.database = database;
    }

    /** Whether this process has the right now; it takes it when it is free. Ask before each piece of work:
     *  a right is lost without notice when the connection is. A database that does not answer gives none. */
    public synchronized boolean tryHold(String name) {
        return outsideTransaction(() -> {
            if (held.contains(name) && answers(PING, null)) {
                return true;
            }
            boolean taken = answers(TAKE, name);
            if (taken) {
                held.add(name);
            }
            return taken;
        });
    }

    /** Gives a right up, so that another may take it at once. */
    public synchronized void release(String name) {
        if (held.remove(name)) {
            outsideTransaction(() -> answers(GIVE, name));
        }
    }

    @PreDestroy
    synchronized void releaseAll() {
        if (session != null) {
            outsideTransaction(() -> answers(GIVE_ALL, null));
            drop();
        }
    }

    /** Asks one question of our session, on a new one when there is none.
     *  @return false as well when the database does not answer; then nothing is held any more */
    private boolean answers(String question, @Nullable String name) {
        try (var select = session().prepareStatement(question)) {
            if (name != null) {
                select.setString(1, name);
            }
            try (var row = select.executeQuery()) {
                row.next();
                return Boolean.TRUE.equals(row.getObject(1));
            }
        } catch (SQLException e) {
            LOG.debug("the database does not answer about leases", e);
            drop();
            return false;
        }
    }

    private Connection session() throws SQLException {
        if (session == null) {
            session = database.getConnection();
        }
        return session;
    }

    private void drop() {
        held.clear();
        var broken = session;
        session = null;
        try {
            if (broken != null) {
                broken.close();
            }
        } catch (SQLException e) {
            LOG.debug("a broken connection did not close", e);
        }
    }

    /** Our session outlives every transaction of the caller and so must not join it. */
    private static boolean outsideTransaction(Callable<Boolean> work) {
        return QuarkusTransaction.suspendingExisting().call(work);
    }
}
