package org.nowrongdoor.storage;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hibernate.Session;

/** When something that a record shows changed, next to the rows of records: to note it holds up no one who writes
 *  them. */
@Singleton
public class TouchRepository {

    private static final String PUT = "insert into touched (entity, id, at) select n.entity, n.id::uuid, ?::timestamptz"
            + " from unnest(?, ?) as n(entity, id) on conflict (entity, id) do update set at = excluded.at"
            + againWithin("touched.at", "excluded.at");
    private static final String TIDY = "delete from touched t using unnest(?::uuid[]) as n(id)"
            + " where t.entity = '%s' and t.id = n.id and not exists (select from %s r where r.id = n.id)";

    private final EntityManager entities;

    TouchRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Notes in the caller's transaction that some records show something new from a time on. */
    public void put(Collection<TouchedRecord> records, Instant at) {
        if (records.isEmpty()) {
            return;
        }
        // In the order of ids: two who note the same records wait for each other instead of both for ever.
        var inOrder = records.stream()
                .distinct()
                .sorted(Comparator.comparing(TouchedRecord::entity).thenComparing(TouchedRecord::id))
                .toList();
        entities.unwrap(Session.class).doWork(connection -> put(connection, inOrder, at));
    }

    private static void put(Connection connection, List<TouchedRecord> records, Instant at) throws SQLException {
        try (var statement = connection.prepareStatement(PUT)) {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            records.stream()
                                    .map(record -> record.entity().wire())
                                    .toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            records.stream()
                                    .map(record -> record.id().toString())
                                    .toArray()));
            statement.executeUpdate();
        }
    }

    /** Forgets, in the caller's transaction, those of some records that are gone. */
    public void tidy(Collection<TouchedRecord> gone) {
        entities.unwrap(Session.class).doWork(connection -> {
            for (var entity : ChangedEntity.values()) {
                var ids = gone.stream()
                        .filter(record -> record.entity() == entity)
                        .map(TouchedRecord::id)
                        .toArray();
                if (ids.length > 0) {
                    try (var statement = connection.prepareStatement(TIDY.formatted(entity.wire(), entity.wire()))) {
                        statement.setArray(1, connection.createArrayOf("uuid", ids));
                        statement.executeUpdate();
                    }
                }
            }
        });
    }

    /** Up to where the log was looked through, kept to the end of the caller's transaction. */
    public long position() {
        return (Long) entities.createNativeQuery("select seq from touch_position for update", Long.class)
                .getSingleResult();
    }

    /** Notes in the caller's transaction up to where the log was looked through. */
    public void advanceTo(long seq) {
        entities.createNativeQuery("update touch_position set seq = :seq where seq < :seq")
                .setParameter("seq", seq)
                .executeUpdate();
    }

    /** SQL for when a record changed, or something that it shows.
     *  @param alias what its table is called in the statement */
    public static String lastModified(ChangedEntity entity, String alias) {
        return String.format(
                Locale.ROOT,
                "coalesce((select greatest(%1$s.last_modified, z.at)%3$s from touched z"
                        + " where z.entity = '%2$s' and z.id = %1$s.id), %1$s.last_modified)",
                alias,
                entity.wire(),
                againWithin(alias + ".last_modified", "z.at"));
    }

    /** SQL that adds a microsecond, which no time has of itself, where two times lie within one second: HTTP tells times in
     *  whole ones, and what was read between the two must not pass for what is there after both. */
    public static String againWithin(String before, String after) {
        return " + case when date_trunc('second', " + before + ") = date_trunc('second', " + after
                + ") then interval '1 microsecond' else interval '0' end";
    }

    /** The condition that a record, or something that it shows, changed at a time or later.
     *  @param alias what its table is called in the statement */
    public static SqlBuilder isModifiedSince(ChangedEntity entity, String alias, Instant time) {
        return SqlBuilder.of("(" + alias + ".last_modified >= ?", time)
                .add("or " + alias + ".id in (select z.id from touched z where z.entity = '" + entity.wire() + "'")
                .add("and z.at >= ?))", time);
    }
}
