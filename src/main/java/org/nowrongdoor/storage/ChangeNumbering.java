package org.nowrongdoor.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives numbers to what has become visible in the change log. */
final class ChangeNumbering {

    private static final int MOST_ROWS = 1_000;

    private static final String NUMBER = """
            update change_log l set last_seq = fresh.last_seq
            from (
                select ticket,
                    (select coalesce(max(last_seq), 0) from change_log) + sum(size) over (order by ticket) as last_seq
                from (select ticket, size from change_log where last_seq is null order by ticket limit %d) unnumbered
            ) fresh
            where l.ticket = fresh.ticket
            """.formatted(MOST_ROWS);
    private static final String LOOK = """
            select coalesce(max(last_seq), 0), exists (select from change_log where last_seq is null)
            from change_log where last_seq is not null
            """;

    private final DataSource database;

    ChangeNumbering(DataSource database) {
        this.database = database;
    }

    /** Numbers the oldest of what is visible and has no number, unless another process is about it. */
    Given give() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var look = look(connection);
            boolean numbered = look.unnumbered() && number(connection);
            if (numbered) {
                look = look(connection);
            }
            connection.commit();
            connection.setAutoCommit(true);
            return new Given(look.last(), numbered && look.unnumbered());
        }
    }

    private static Look look(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery(LOOK)) {
            row.next();
            return new Look(row.getLong(1), row.getBoolean(2));
        }
    }

    /** @return false when another process holds the lock */
    private static boolean number(Connection connection) throws SQLException {
        // The lock first and a transaction of its own: what is numbered must be seen after it was taken.
        connection.commit();
        // It ends with its transaction, that is after the numbers are visible: the next holder counts on from them.
        if (!AdvisoryLock.CHANGE_NUMBERING.tryLockInTransaction(connection)) {
            return false;
        }
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(NUMBER);
            connection.commit();
            return true;
        }
    }

    /** What came of a round.
     *  @param last the last number given by anyone
     *  @param more whether there is more to number at once */
    record Given(long last, boolean more) {}

    private record Look(long last, boolean unnumbered) {}
}
