package org.nowrongdoor.storage;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.hibernate.Session;

/** The one record of what changed, written with the change itself, read by the index, the feed and the webhooks. */
@Singleton
public class ChangeLog {

    private final EntityManager entities;
    private final Clock clock;

    public ChangeLog(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Logs changes in the caller's transaction; they are numbered once that is committed. */
    public void append(List<NewChange> changes) {
        var at = Timestamp.from(clock.instant());
        entities.unwrap(Session.class).doWork(connection -> {
            try (var insert =
                    connection.prepareStatement("insert into change_log (entity, id, op, at) values (?, ?, ?, ?)")) {
                for (var change : changes) {
                    insert.setString(1, change.entity().wire());
                    insert.setObject(2, change.id());
                    insert.setString(3, change.op().wire());
                    insert.setTimestamp(4, at);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** The latest changes after a place in the log, in order.
     *  @param seq the last one seen, 0 for the beginning
     *  @param limit at most so many */
    public List<Change> after(long seq, int limit) {
        var rows = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select seq, entity, id, op, at from change_log where seq > :seq order by seq limit :most",
                        Object[].class)
                .setParameter("seq", seq)
                .setParameter("most", limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Change(
                        (Long) row[0],
                        ChangedEntity.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
                        (java.util.UUID) row[2],
                        ChangeOp.valueOf(((String) row[3]).toUpperCase(Locale.ROOT)),
                        (java.time.Instant) row[4]))
                .toList();
    }
}
