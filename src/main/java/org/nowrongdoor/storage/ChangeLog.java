package org.nowrongdoor.storage;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.Session;

/** The one record of what changed, written with the change itself, read by the index, the feed and the webhooks. */
@Singleton
public class ChangeLog {

    // A reader takes rows apart in memory, so no row may be longer than a reader likes.
    private static final int LONGEST_ROW = 500;

    private static final String APPEND =
            "insert into change_log (size, entities, ids, ops, at, derived) values (?, ?, ?, ?, ?, ?)";
    private static final String AFTER = """
            select l.last_seq - l.size + c.place, c.entity, c.id, c.op, l.at
            from change_log l, unnest(l.entities, l.ids, l.ops) with ordinality as c (entity, id, op, place)
            where l.last_seq > ? and l.last_seq - l.size + c.place > ? and %s
            order by l.last_seq, c.place limit ?
            """;
    private static final String CHANGED =
            "select exists (select from change_log where (last_seq > ? or last_seq is null) and entities && ?)";
    private static final String UNNUMBERED =
            "select coalesce(max(last_seq), 0), exists (select from change_log where last_seq is null and ticket <= ?)"
                    + " from change_log where last_seq is not null";

    private final EntityManager entities;
    private final DataSource database;
    private final Clock clock;
    private final ChangeSequencer sequencer;

    public ChangeLog(EntityManager entities, DataSource database, Clock clock, ChangeSequencer sequencer) {
        this.entities = entities;
        this.database = database;
        this.clock = clock;
        this.sequencer = sequencer;
    }

    /** Logs changes in the caller's transaction; they are numbered, in the order given, once that is committed.
     *  Call it after the records themselves were changed: the holder of a record's row also gets the earlier number.
     *  One call with many changes is much cheaper than many calls. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<NewChange> changes) {
        append(changes, false);
    }

    /** Logs, in the caller's transaction, changes of records that only show what changed: told to others, and followed
     *  no further here. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendDerived(List<NewChange> changes) {
        append(changes, true);
    }

    private void append(List<NewChange> changes, boolean isDerived) {
        if (changes.isEmpty()) {
            return;
        }
        entities.flush();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(APPEND)) {
                var at = Timestamp.from(clock.instant());
                for (int from = 0; from < changes.size(); from += LONGEST_ROW) {
                    var row = changes.subList(from, Math.min(from + LONGEST_ROW, changes.size()));
                    insert.setInt(1, row.size());
                    insert.setArray(
                            2, texts(connection, row, change -> change.entity().wire()));
                    insert.setArray(
                            3,
                            connection.createArrayOf(
                                    "uuid", row.stream().map(NewChange::id).toArray()));
                    insert.setArray(
                            4, texts(connection, row, change -> change.op().wire()));
                    insert.setTimestamp(5, at);
                    insert.setBoolean(6, isDerived);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
        sequencer.wakeAfterCommit();
    }

    /** The latest changes after a place in the log, in order. Needs no transaction.
     *  @param seq the last one seen, 0 for the beginning
     *  @param limit at most so many */
    public List<Change> after(long seq, int limit) {
        return after("true", seq, limit);
    }

    /** The latest changes of a lane after a place in the log, in order. Needs no transaction. */
    public List<Change> after(ChangeLane lane, long seq, int limit) {
        return after(lane.condition(), seq, limit);
    }

    /** The latest changes that are no more than others' consequences left out, in order. Needs no transaction. */
    public List<Change> directAfter(long seq, int limit) {
        return after(ChangeLane.DIRECT, seq, limit);
    }

    /** Whether records of some kinds changed after a number, as far as can be seen by now; what has no number yet
     *  counts. */
    public boolean hasChangedAfter(long seq, Set<ChangedEntity> entities) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CHANGED)) {
            select.setLong(1, seq);
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", entities.stream().map(ChangedEntity::wire).toArray()));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the change log cannot be read after " + seq, e);
        }
    }

    /** The last number given, as the database has it. */
    public long lastNumber() {
        return ask(
                "select coalesce(max(last_seq), 0) from change_log where last_seq is not null", row -> row.getLong(1));
    }

    /** When the last change was logged that is committed; the beginning of all time when there is none. */
    public Instant lastTime() {
        return ask(
                "select (select at from change_log order by ticket desc limit 1)",
                row -> row.getTimestamp(1) == null
                        ? Instant.EPOCH
                        : row.getTimestamp(1).toInstant());
    }

    private List<Change> after(String condition, long seq, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(AFTER.formatted(condition))) {
            select.setLong(1, seq);
            select.setLong(2, seq);
            select.setInt(3, limit);
            try (var rows = select.executeQuery()) {
                var changes = new ArrayList<Change>();
                while (rows.next()) {
                    changes.add(change(rows));
                }
                return changes;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the change log cannot be read after " + seq, e);
        }
    }

    /** The last number given, as far as this process knows; another process's writes show up 0.1 s later. */
    public long head() {
        return sequencer.head().last();
    }

    /** A mark behind everything that is in the log, whether it has its number or not. */
    public long mark() {
        return ask("select coalesce(max(ticket), 0) from change_log", row -> row.getLong(1));
    }

    /** The last number given, once everything before a mark has one; empty until then. */
    public OptionalLong headAfter(long mark) {
        return ask(
                UNNUMBERED.replace("?", Long.toString(mark)),
                row -> row.getBoolean(2) ? OptionalLong.empty() : OptionalLong.of(row.getLong(1)));
    }

    private <T> T ask(String question, JdbcReader.Reader<T> reader) {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery(question)) {
            row.next();
            return reader.read(row);
        } catch (SQLException e) {
            throw new IllegalStateException("the change log cannot be read", e);
        }
    }

    /** Waits for something newer than {@code seq} to be numbered.
     *  @return false when time was up, or the thread was interrupted, first */
    public boolean awaitAfter(long seq, Duration atMost) {
        return sequencer.head().awaitAfter(seq, atMost);
    }

    private static Array texts(Connection connection, List<NewChange> row, Function<NewChange, String> text)
            throws SQLException {
        return connection.createArrayOf("text", row.stream().map(text).toArray());
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong(1),
                ChangedEntity.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getObject(3, UUID.class),
                ChangeKind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getTimestamp(5).toInstant());
    }
}
