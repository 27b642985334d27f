package org.nowrongdoor.access.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.HaltedJobs;

/** Someone who may do anything in the database strips entries of their numbers, so that they are signed a second time. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(HaltedJobs.class)
@SuppressWarnings("NullAway.Init")
class AuditHeadTest {

    @Inject
    AuditLog audit;

    @Inject
    DataSource database;

    @Inject
    AuditHead head;

    @BeforeEach
    void fill() throws SQLException {
        for (int i = 0; i < 5; i++) {
            audit.record("tester", "create", "service", "before-" + i);
        }
        audit.chain();
        assertTrue(audit.after(0, 1000).isIntact());
        execute("create table if not exists kept_log as select * from audit_log");
        execute("create table if not exists kept_head as select * from audit_head");
    }

    @AfterEach
    void restore() throws SQLException {
        tamper("delete from audit_log", "insert into audit_log overriding system value select * from kept_log");
        tamper("delete from audit_head", "insert into audit_head select * from kept_head");
        execute("drop table kept_log");
        execute("drop table kept_head");
        head.forget();
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private void tamper(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var run = connection.createStatement()) {
            run.execute("alter table audit_log disable trigger all");
            run.execute("alter table audit_head disable trigger all");
            for (var statement : statements) {
                run.execute(statement);
            }
            run.execute("alter table audit_log enable trigger all");
            run.execute("alter table audit_head enable trigger all");
        }
    }

    private long last() {
        return audit.after(0, 1000).entries().size();
    }

    @Test
    void anEndThatLostItsNumbersIsNotSignedASecondTime() throws SQLException {
        var before = last();
        tamper("update audit_log set seq = null, digest = null, action = 'altered' where seq > " + (before - 3));
        audit.chain();
        var seen = audit.after(0, 1000);
        assertFalse(seen.isIntact());
        assertTrue(seen.entries().stream().noneMatch(entry -> entry.action().equals("altered")));
        assertFalse(audit.after(before - 3, 1000).isIntact());
    }

    @Test
    void oneInTheMiddleThatLostItsNumberIsABreak() throws SQLException {
        var before = last();
        tamper("update audit_log set seq = null, digest = null, action = 'altered' where seq = " + (before - 2));
        audit.chain();
        var seen = audit.after(0, 1000);
        assertFalse(seen.isIntact());
        assertTrue(seen.entries().stream().noneMatch(entry -> entry.action().equals("altered")));
    }

    @Test
    void whatIsDoneAfterABreakIsSignedBehindIt() throws SQLException {
        var before = last();
        tamper("delete from audit_log where seq > " + (before - 2));
        audit.record("tester", "create", "service", "after");
        audit.chain();
        var seen = audit.after(before, 1000);
        assertEquals(before + 1, seen.entries().get(0).seq(), "numbers are never given again");
        assertEquals("after", seen.entries().get(0).id());
        assertFalse(seen.isIntact());
    }

    @Test
    void aHeadThatWasSetBackIsSeen() throws SQLException {
        execute("drop table if exists old_head");
        execute("create table old_head as select * from audit_head");
        for (int i = 0; i < 3; i++) {
            audit.record("tester", "create", "service", "later-" + i);
        }
        audit.chain();
        tamper(
                "delete from audit_head",
                "insert into audit_head select * from old_head",
                "update audit_log set seq = null, digest = null, action = 'altered'"
                        + " where seq > (select seq from old_head)");
        audit.chain();
        assertFalse(audit.after(0, 1000).isIntact());
        execute("drop table old_head");
        head.forget();
        assertFalse(audit.after(0, 1000).isIntact(), "a process that is started again sees it too");
    }

    @Test
    void aHeadOfAnotherHandIsNoHead() throws SQLException {
        var before = last();
        tamper(
                "update audit_log set seq = null, digest = null, action = 'altered' where seq > " + (before - 2),
                "update audit_head set seq = " + (before - 2) + ", digest = (select digest from audit_log where seq = "
                        + (before - 2) + ")");
        audit.record("tester", "create", "service", "after");
        audit.chain();
        var seen = audit.after(0, 1000);
        assertFalse(seen.isIntact());
        assertEquals(before - 2, seen.entries().size());
    }

    @Test
    void anEntryWhoseTransactionTookLongIsNoBreak() throws Exception {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var run = connection.createStatement()) {
                run.execute("insert into audit_log (at, actor, action, entity, id)"
                        + " values (now(), 'tester', 'create', 'service', 'long')");
            }
            audit.record("tester", "create", "service", "short");
            audit.chain();
            connection.commit();
        }
        audit.chain();
        var seen = audit.after(0, 1000);
        assertTrue(seen.isIntact());
        assertEquals("long", seen.entries().get(seen.entries().size() - 1).id());
        execute("drop table kept_log");
        execute("drop table kept_head");
        execute("create table kept_log as select * from audit_log");
        execute("create table kept_head as select * from audit_head");
    }
}
