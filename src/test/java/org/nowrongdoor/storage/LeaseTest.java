package org.nowrongdoor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LeaseTest {

    @Inject
    DataSource database;

    private Lease ours;
    private Lease theirs;

    @BeforeEach
    void twoProcesses() {
        ours = new Lease(database);
        theirs = new Lease(database);
    }

    @AfterEach
    void giveBack() {
        ours.releaseAll();
        theirs.releaseAll();
    }

    @Test
    void onlyOneProcessHoldsARight() {
        assertTrue(ours.tryHold("indexer"));
        assertFalse(theirs.tryHold("indexer"));
        assertTrue(ours.tryHold("indexer"), "whoever has it keeps it");
        assertTrue(theirs.tryHold("other"), "rights do not know of each other");
    }

    @Test
    void aRightThatIsGivenUpCanBeTaken() {
        assertTrue(ours.tryHold("indexer"));
        ours.release("indexer");
        assertTrue(theirs.tryHold("indexer"));
        assertFalse(ours.tryHold("indexer"));
    }

    @Test
    void aRightOutlivesTheTransactionInWhichItWasTaken() {
        QuarkusTransaction.begin();
        assertTrue(ours.tryHold("indexer"));
        QuarkusTransaction.rollback();
        assertFalse(theirs.tryHold("indexer"));
        assertTrue(ours.tryHold("indexer"));
    }

    @Test
    void aRightIsLostWithTheConnectionAndComesBackWithIt() throws SQLException {
        assertTrue(ours.tryHold("indexer"));
        endOtherSessions();
        assertTrue(theirs.tryHold("indexer"));
        assertFalse(ours.tryHold("indexer"));
        theirs.release("indexer");
        assertTrue(ours.tryHold("indexer"));
    }

    @Test
    void aSilentProcessLosesItsRightByTheClockOfTheDatabase() throws SQLException {
        assertTrue(ours.tryHold("indexer"));
        // As one that stands still: it is connected, and says nothing.
        var still = ours;
        synchronized (still) {
            assertFalse(theirs.tryHold("indexer"), "a moment is no silence");
            run(
                    "update lease_session set seen_at = seen_at - interval '21 seconds' where pid in (select pid from pg_locks"
                            + " where locktype = 'advisory' and ((classid::bigint << 32) | objid::bigint)"
                            + " = hashtextextended('nwd:indexer', 0))");
            assertTrue(theirs.tryHold("indexer"));
        }
        assertFalse(ours.tryHold("indexer"), "it does not take itself for the holder");
    }

    @Test
    void aSessionThatIsGivenBackHoldsNothing() throws SQLException {
        assertTrue(ours.tryHold("indexer"));
        assertEquals(1, sessionsWith("indexer"));
        ours.releaseAll();
        assertEquals(0, sessionsWith("indexer"));
        assertTrue(theirs.tryHold("indexer"));
    }

    @Test
    void aSessionThatFailedAndIsNotBrokenKeepsNoRight() throws Exception {
        assertTrue(ours.tryHold("indexer"));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table lease_session in access exclusive mode");
            var hearing = new Thread(ours::makeHeard);
            hearing.start();
            while (hearing.isAlive()) {
                statement.execute("select pg_cancel_backend(l.pid) from pg_locks l where not l.granted"
                        + " and l.relation = 'lease_session'::regclass");
                hearing.join(20);
            }
            connection.rollback();
        }
        assertEquals(0, sessionsWith("indexer"));
        assertTrue(theirs.tryHold("indexer"));
        assertFalse(ours.tryHold("indexer"));
    }

    private long sessionsWith(String name) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from pg_locks where locktype = 'advisory'"
                        + " and ((classid::bigint << 32) | objid::bigint) = hashtextextended(?, 0)")) {
            select.setString(1, "nwd:" + name);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void endOtherSessions() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }
}
