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

    /** What is asked of our session. */
    private interface Question {
        boolean ask(Connection session) throws SQLException;
    }

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
            if (held.contains(name) && answers(Lease::ping)) {
                return true;
            }
            boolean taken = answers(session -> AdvisoryLock.LEASE.tryLock(session, name));
            if (taken) {
                held.add(name);
            }
            return taken;
        });
    }

    /** Gives a right up, so that another may take it at once. */
    public synchronized void release(String name) {
        if (held.remove(name)) {
            outsideTransaction(() -> answers(session -> AdvisoryLock.LEASE.unlock(session, name)));
        }
    }

    @PreDestroy
    synchronized void releaseAll() {
        if (session != null) {
            outsideTransaction(() -> answers(session -> {
                AdvisoryLock.unlockAll(session);
                return true;
            }));
            drop();
        }
    }

    /** Asks one question of our session, on a new one when there is none.
     *  @return false as well when the database does not answer; then nothing is held any more */
    private boolean answers(Question question) {
        try {
            return question.ask(session());
        } catch (SQLException e) {
            LOG.debug("the database does not answer about leases", e);
            drop();
            return false;
        }
    }

    private static boolean ping(Connection session) throws SQLException {
        try (var statement = session.createStatement()) {
            return statement.execute("select true");
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
