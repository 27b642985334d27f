package org.nowrongdoor.storage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/** Named rights that one process of many holds at a time.
 *  The database keeps them for as long as this process stays connected and is heard of: the session of one that is silent
 *  for 20 seconds, by the clock of the database, is ended by the next process that asks. */
@Singleton
public class Lease {

    private static final Logger LOG = Logger.getLogger(Lease.class);

    // 5 and 20 s: a right is free within 30 s of the death of a node, and no pause of a live one is as long.
    private static final int HEARD_EVERY_SECONDS = 5;
    // The server's own watch over a line that is cut, for a node that lost its power.
    private static final String KEEPALIVES =
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";
    private static final String HEARD = "insert into lease_session (pid, started_at, seen_at)"
            + " select pid, backend_start, clock_timestamp() from pg_stat_activity where pid = pg_backend_pid()"
            + " on conflict (pid) do update set started_at = excluded.started_at, seen_at = excluded.seen_at";
    private static final String END_SILENT = "select pg_terminate_backend(s.pid, 1000) from lease_session s"
            + " join pg_stat_activity a on a.pid = s.pid and a.backend_start = s.started_at"
            + " where s.seen_at < clock_timestamp() - interval '20 seconds' and s.pid <> pg_backend_pid()";
    private static final String SILENT = "delete from lease_session where pid = pg_backend_pid();"
            + " reset tcp_keepalives_idle; reset tcp_keepalives_interval; reset tcp_keepalives_count";

    /** What is asked of our session. */
    private interface Question {
        boolean ask(Connection session) throws SQLException;
    }

    private final DataSource database;
    private final Set<String> held = new HashSet<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "leases");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> hearing;
    private @Nullable Connection session;

    public Lease(DataSource database) {
        this.database = database;
        hearing = timer.scheduleWithFixedDelay(
                this::makeHeard, HEARD_EVERY_SECONDS, HEARD_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether this process has the right now; it takes it when it is free. Ask before each piece of work:
     *  a right is lost without notice when the connection is. A database that does not answer gives none. */
    public synchronized boolean tryHold(String name) {
        return outsideTransaction(() -> {
            if (held.contains(name) && answers(Lease::ping)) {
                return true;
            }
            boolean taken = answers(session -> AdvisoryLock.LEASE.tryLock(session, name)
                    || (endSilent(session) && AdvisoryLock.LEASE.tryLock(session, name)));
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
        hearing.cancel(false);
        timer.shutdown();
        if (session != null) {
            outsideTransaction(() -> answers(Lease::giveBack));
        }
        session = null;
        held.clear();
    }

    private static boolean giveBack(Connection session) throws SQLException {
        AdvisoryLock.unlockAll(session);
        try (session;
                var statement = session.createStatement()) {
            statement.execute(SILENT);
        }
        return true;
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

    /** Ends the sessions of processes that are not heard of any more.
     *  @return whether there was one */
    private static boolean endSilent(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var ended = statement.executeQuery(END_SILENT)) {
            return ended.next();
        }
    }

    /** Tells the database that this process goes on. */
    synchronized void makeHeard() {
        try {
            if (session != null) {
                outsideTransaction(() -> answers(Lease::hear));
            }
        } catch (RuntimeException e) {
            // A timer never comes back to what has thrown.
            LOG.warn("the database could not be told that this process goes on; trying again", e);
        }
    }

    private static boolean hear(Connection session) throws SQLException {
        try (var statement = session.createStatement()) {
            return statement.executeUpdate(HEARD) == 1;
        }
    }

    private Connection session() throws SQLException {
        if (session == null) {
            var fresh = database.getConnection();
            session = fresh;
            try (var statement = fresh.createStatement()) {
                statement.execute(KEEPALIVES);
            }
            hear(fresh);
        }
        return session;
    }

    /** Ends our session, whatever has become of it: it never goes back to the others with a lock. */
    private void drop() {
        held.clear();
        var ending = session;
        session = null;
        if (ending == null) {
            return;
        }
        try (ending) {
            ending.unwrap(PgConnection.class).abort(Runnable::run);
            // The pool lets a connection go when it has seen it fail.
            ping(ending);
        } catch (SQLException e) {
            LOG.debug("the session of the leases has ended", e);
        }
    }

    /** Our session outlives every transaction of the caller and so must not join it. */
    private static boolean outsideTransaction(Callable<Boolean> work) {
        return QuarkusTransaction.suspendingExisting().call(work);
    }
}
