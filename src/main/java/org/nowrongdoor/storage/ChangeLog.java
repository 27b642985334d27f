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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.Session;

/** The one record of what changed, written with the change itself, read by the index, the feed and the webhooks. */
@Singleton
public class ChangeLog {

    // A reader takes rows apart in memory, so no row may be longer than a reader likes.
    private static final int LONGEST_ROW = 500;

    private static final String APPEND = "insert into change_log (size, entities, ids, ops, at) values (?, ?, ?, ?, ?)";
    private static final String AFTER = """
            select l.last_seq - l.size + c.place, c.entity, c.id, c.op, l.at
            from change_log l, unnest(l.entities, l.ids, l.ops) with ordinality as c (entity, id, op, place)
            where l.last_seq > ? and l.last_seq - l.size + c.place > ?
            order by l.last_seq, c.place limit ?
            """;

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
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(AFTER)) {
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
