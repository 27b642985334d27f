package org.nowrongdoor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AdvisoryLockTest {

    private static final String HELD = "select (classid::bigint << 32) | objid::bigint from pg_locks"
            + " where locktype = 'advisory' and pid = pg_backend_pid()";

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    // Nodes of an older version take the same locks.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "LEASE           ; hashtextextended('nwd:' || 'x', 0)",
                "CHANGE_NUMBERING; hashtextextended('nwd:change-sequencer' || 'x', 0)",
                "REFERRALS_TO    ; hashtextextended('referrals-to:' || 'x', 0)",
                "IDEMPOTENCY_KEY ; hashtextextended('x', 1)",
                "RECORD          ; hashtextextended('x', 60)",
                "SEED            ; hashtextextended('seed' || 'x', 60)",
                "WEBHOOKS        ; hashtextextended('webhooks' || 'x', 60)",
                "AUDIT_CHAIN     ; 7959941227220395124",
                "VOCABULARY      ; 8386116401130073465"
            })
    void theNumberOfALockStaysWhatItIs(AdvisoryLock lock, String number) throws SQLException {
        try (var connection = database.getConnection()) {
            lock.lock(connection, "x");
            assertEquals(number(connection, "select " + number), number(connection, HELD));
            assertTrue(lock.unlock(connection, "x"));
            assertFalse(lock.unlock(connection, "x"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RECORD", "VOCABULARY"})
    void aLockInATransactionEndsWithIt(AdvisoryLock lock) {
        QuarkusTransaction.requiringNew().run(() -> {
            lock.lockInTransaction(entities, "x");
            assertTrue(lock.tryLockInTransaction(entities, "x"), "who has it may take it again");
            assertFalse(isFree(lock));
        });
        assertTrue(isFree(lock));
    }

    @Test
    void twoNamesDoNotKnowOfEachOther() throws SQLException {
        try (var one = database.getConnection();
                var other = database.getConnection()) {
            AdvisoryLock.RECORD.lock(one, "x");
            assertFalse(AdvisoryLock.RECORD.tryLock(other, "x"));
            assertTrue(AdvisoryLock.RECORD.tryLock(other, "y"));
            AdvisoryLock.unlockAll(one);
            AdvisoryLock.unlockAll(other);
        }
    }

    private boolean isFree(AdvisoryLock lock) {
        return QuarkusTransaction.suspendingExisting().call(() -> {
            try (var other = database.getConnection()) {
                return lock.tryLock(other, "x") && lock.unlock(other, "x");
            }
        });
    }

    private static long number(Connection connection, String question) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
