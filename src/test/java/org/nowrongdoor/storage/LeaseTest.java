package org.nowrongdoor.storage;

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

    private void endOtherSessions() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }
}
