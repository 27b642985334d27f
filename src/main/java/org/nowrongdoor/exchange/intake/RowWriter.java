package org.nowrongdoor.exchange.intake;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.removal.TextRemover;
import org.nowrongdoor.exchange.row.ConcurrentChangeException;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.StoreColumn;
import org.nowrongdoor.exchange.row.StoreTable;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.NewChange;
import org.nowrongdoor.storage.TouchRepository;
import org.nowrongdoor.storage.TouchedRecord;
import org.nowrongdoor.storage.WithheldServices;

/** Writes what a batch has changed, with history, change log and what is withheld from searches, in the caller's
 *  transaction. What has not changed is not written. */
@Singleton
public class RowWriter {

    private final EntityManager entities;
    private final ChangeLog changes;
    private final HistoryWriter history;
    private final TextRemover remover;
    private final WithheldServices withheld;
    private final TouchRepository touches;
    private final Clock clock;

    // Seven: where rows go, and what is told of them and forgotten.
    RowWriter(
            EntityManager entities,
            ChangeLog changes,
            HistoryWriter history,
            TextRemover remover,
            WithheldServices withheld,
            TouchRepository touches,
            Clock clock) {
        this.entities = entities;
        this.changes = changes;
        this.history = history;
        this.remover = remover;
        this.withheld = withheld;
        this.touches = touches;
        this.clock = clock;
    }

    /** Writes the changed rows.
     *  @param actor who is named in the history
     *  @throws ConcurrentChangeException when a row is no longer as it was read */
    public void write(UnitOfWork stored, @Nullable String actor) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        entities.unwrap(Session.class).doWork(connection -> {
            remover.mark(connection, stored);
            OrganizationChecker.hold(connection, stored);
            PairChecker.holdEnds(connection, stored);
            delete(connection, stored);
            for (var table : StoreTable.ALL) {
                var changed = stored.list(table.entity()).stream()
                        .filter(held -> !held.deleted && held.changed())
                        .toList();
                insert(
                        connection,
                        table,
                        new Batch(
                                changed.stream()
                                        .filter(held -> held.before == null)
                                        .toList(),
                                at));
                update(
                        connection,
                        table,
                        new Batch(
                                changed.stream()
                                        .filter(held -> held.before != null)
                                        .toList(),
                                at));
            }
            PairChecker.refuseUnseen(connection, stored);
            history.write(connection, stored, new HistoryWriter.Stamp(at, actor));
            remover.forget(connection, stored);
        });
        var lost = LostPartFinder.find(stored);
        var log = log(stored);
        log.addAll(upserts(lost.followed()));
        changes.append(log);
        touches.put(lost.all(), at);
        changes.appendDerived(upserts(lost.shown()));
        withheld.add(ToldLessFinder.find(stored));
    }

    /** What a record and those that it shows are now, to be compared with what a write finds. */
    public SeenVersions seen(ChangedEntity entity, UUID id) {
        return entities.unwrap(Session.class).doReturningWork(connection -> SeenVersions.read(connection, entity, id));
    }

    /** Holds the stored rows that an import is to write, to the end of the transaction: single edits of them wait for the batch
     *  then, and do not undo it again and again. */
    void hold(List<PendingRow> drafts) {
        entities.unwrap(Session.class).doWork(connection -> {
            for (var table : StoreTable.ALL) {
                var ids = drafts.stream()
                        .filter(draft -> draft.entity() == table.entity())
                        .map(PendingRow::id)
                        .distinct()
                        .toArray();
                if (ids.length > 0) {
                    try (var select = connection.prepareStatement(
                            "select id from " + table.name() + " where id = any(?) order by id for no key update")) {
                        select.setArray(1, connection.createArrayOf("uuid", ids));
                        select.execute();
                    }
                }
            }
        });
    }

    private static final String LATER = "n.last_modified::timestamptz"
            + TouchRepository.againWithin("t.last_modified", "n.last_modified::timestamptz");

    private record Batch(List<TrackedRow> rows, Instant at) {}

    private static void delete(Connection connection, UnitOfWork stored) throws SQLException {
        for (int i = StoreTable.ALL.size() - 1; i >= 0; i--) {
            var table = StoreTable.ALL.get(i);
            var gone = stored.list(table.entity()).stream()
                    .filter(held -> held.deleted && held.before != null)
                    .toList();
            if (!gone.isEmpty()) {
                delete(connection, table, gone);
            }
        }
    }

    private static void delete(Connection connection, StoreTable table, List<TrackedRow> gone) throws SQLException {
        var sql = "delete from " + table.name() + " t using unnest(?::uuid[], ?::bigint[]) as n(id, was)"
                + " where t.id = n.id and t.version = n.was";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            gone.stream().map(held -> held.id.toString()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", gone.stream().map(RowWriter::was).toArray()));
            if (statement.executeUpdate() != gone.size()) {
                throw new ConcurrentChangeException(table.name());
            }
        }
    }

    private static void insert(Connection connection, StoreTable table, Batch batch) throws SQLException {
        if (batch.rows.isEmpty()) {
            return;
        }
        var names = table.columns().stream().map(StoreColumn::name).collect(Collectors.joining(", "));
        var values = table.columns().stream()
                .map(column -> "n." + column.name() + "::" + column.type())
                .collect(Collectors.joining(", "));
        var sql = "insert into " + table.name() + " (id, last_modified, body, " + names + ") select n.id::uuid,"
                + " n.last_modified::timestamptz, n.body::jsonb, " + values + source(table) + " on conflict do nothing";
        if (execute(connection, sql, table, batch) != batch.rows.size()) {
            throw ConcurrentChangeException.taken(table.name());
        }
    }

    private static void update(Connection connection, StoreTable table, Batch batch) throws SQLException {
        if (batch.rows.isEmpty()) {
            return;
        }
        var values = table.columns().stream()
                .map(column -> column.name() + " = n." + column.name() + "::" + column.type())
                .collect(Collectors.joining(", "));
        var sql = "update " + table.name()
                + " as t set last_modified = " + LATER + ", body = n.body::jsonb, " + values
                + source(table) + " where t.id = n.id::uuid and t.version = n.was::bigint";
        if (execute(connection, sql, table, batch) != batch.rows.size()) {
            throw new ConcurrentChangeException(table.name());
        }
    }

    private static String source(StoreTable table) {
        return " from unnest(?, ?, ?, ?" + ", ?".repeat(table.columns().size())
                + ") as n(id, was, last_modified, body, "
                + table.columns().stream().map(StoreColumn::name).collect(Collectors.joining(", ")) + ")";
    }

    private static int execute(Connection connection, String sql, StoreTable table, Batch batch) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            var columns = new ArrayList<@Nullable String[]>();
            columns.add(column(batch, held -> held.id.toString()));
            columns.add(column(batch, RowWriter::was));
            columns.add(column(batch, held -> batch.at.toString()));
            columns.add(column(batch, held -> body(held, batch.at)));
            table.columns().forEach(column -> columns.add(column(batch, column.value())));
            int place = 1;
            for (var column : columns) {
                statement.setArray(place++, connection.createArrayOf("text", column));
            }
            return statement.executeUpdate();
        }
    }

    private static @Nullable String[] column(Batch batch, Function<TrackedRow, @Nullable String> value) {
        return batch.rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String was(TrackedRow held) {
        return held.before == null ? null : String.valueOf(held.before.version());
    }

    private static String body(TrackedRow held, Instant at) {
        if (held.entity != ChangedEntity.SERVICE) {
            return held.now.body().toString();
        }
        // A record has an id, so there is a member after this one.
        return "{\"last_modified\":\"" + at + "\"," + held.now.body().toString().substring(1);
    }

    private static List<NewChange> log(UnitOfWork stored) {
        var log = new ArrayList<NewChange>();
        for (var table : StoreTable.ALL) {
            for (var held : stored.list(table.entity())) {
                if (held.forgotten && held.before != null) {
                    log.add(new NewChange(held.entity, held.id, ChangeKind.REDACT));
                }
                if (held.changed()) {
                    log.add(new NewChange(held.entity, held.id, held.deleted ? ChangeKind.DELETE : ChangeKind.UPSERT));
                }
            }
        }
        return log;
    }

    private static List<NewChange> upserts(Collection<TouchedRecord> records) {
        return records.stream()
                .map(record -> new NewChange(record.entity(), record.id(), ChangeKind.UPSERT))
                .toList();
    }
}
