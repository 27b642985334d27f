package org.nowrongdoor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.ReferralForTests.person;
import static org.nowrongdoor.support.ReferralForTests.plainService;
import static org.nowrongdoor.support.ReferralForTests.sender;
import static org.nowrongdoor.support.ReferralForTests.sent;
import static org.nowrongdoor.support.ReferralForTests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.HaltedJobs;

/** Sweeping while others may still see what was deleted, and what is due when a node dies. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(HaltedJobs.class)
@SuppressWarnings("NullAway.Init")
class FileSweeperTest {

    @Inject
    FileSweeper sweeper;

    @Inject
    RemovalTickets tickets;

    @Inject
    DataSource database;

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private long bytes() throws SQLException {
        try (var connection = database.getConnection();
                var ask = connection.createStatement();
                var row = ask.executeQuery("select pg_relation_size('swept')")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aTransactionThatMayStillSeeTheRowHoldsItUp() throws Exception {
        try (var other = database.getConnection();
                var here = database.getConnection()) {
            execute(here, "create table swept (text text)");
            execute(here, "insert into swept select repeat('x', 100) from generate_series(1, 1000)");
            other.setAutoCommit(false);
            other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            execute(other, "select 1");
            execute(here, "delete from swept");
            assertFalse(sweeper.sweep(List.of("swept"), Long.MAX_VALUE), "another may still see it");
            other.rollback();
            // A transaction that began later sees nothing of it and holds nothing up.
            execute(other, "select 1");
            assertTrue(sweeper.sweep(List.of("swept"), Long.MAX_VALUE));
            assertEquals(0, bytes());
            other.rollback();
            other.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        } finally {
            try (var here = database.getConnection()) {
                execute(here, "drop table if exists swept");
            }
        }
    }

    @Test
    void oneFailureDoesNotSwitchItOff() throws Exception {
        try (var here = database.getConnection()) {
            execute(here, "create table swept_twice (text text)");
            try {
                sweeper.sweep(List.of("no_such_table"), Long.MAX_VALUE);
            } catch (SQLException expected) {
                assertTrue(String.valueOf(expected.getMessage()).contains("no_such_table"));
            }
            var before = wal(here);
            assertTrue(sweeper.sweep(List.of("swept_twice"), Long.MAX_VALUE));
            assertTrue(wal(here) - before > 0, "the log was switched");
            execute(here, "drop table swept_twice");
        }
    }

    private static long wal(Connection connection) throws SQLException {
        try (var ask = connection.createStatement();
                var row = ask.executeQuery("select pg_current_wal_lsn() - '0/0'::pg_lsn")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void whatIsDueStandsInTheDatabaseForAnyNode() throws Exception {
        tickets.remove(tickets.list("person"));
        var end = Instant.now().plus(Duration.ofDays(1)).toString();
        var referral = sent(plainService(), person("ticket", end));
        with(sender()).delete("/referrals/" + referral).then().statusCode(204);
        assertEquals(1, tickets.list("person").size());
        tickets.remove(tickets.list("person"));
        assertEquals(0, tickets.list("person").size());
    }
}
