package org.nowrongdoor.exchange.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.exchange.imports.ImportRun.Phase;
import org.nowrongdoor.exchange.intake.StagedRowRepository;
import org.nowrongdoor.exchange.row.Finding.Kind;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangeLog;

/** Imports in the store. Their progress is written in transactions of its own, so that it is seen while they run. */
@Singleton
class ImportRunRepository implements PanacheRepositoryBase<ImportRun, UUID> {

    private static final String INSERT =
            "insert into import_finding (import_id, row, kind, pointer, field, value, remedy) values (?, ?, ?, ?, ?, ?, ?)";

    // Of each key's thirty latest imports: with the bound on findings of one that is a million rows at most.
    private static final String FORGET_OLD =
            "with gone as (delete from import_finding where import_id in (select id from"
                    + " (select id, row_number() over (partition by actor order by received_at desc) as nth from import_run"
                    + " where status in ('completed', 'failed')) as ended where nth > 30) returning import_id)"
                    + " update import_run r set findings_left_out = findings_left_out + g.count"
                    + " from (select import_id, count(*) as count from gone group by import_id) as g where r.id = g.import_id";

    private static final String KEPT = "select kind, count(*) from import_finding where import_id = ?1 group by kind";
    private static final String PROGRESS = "update import_run set read = ?, added = ?, changed = ?, unchanged = ?,"
            + " refused = ?, redacted = ?, findings_left_out = ?, tries = case when ? > reached then 0 else tries end,"
            + " reached = greatest(reached, ?)"
            // Else another process has ended it, or has taken in these rows.
            + " where id = ? and ended_at is null and read = ?";

    private final AuditLog audit;
    private final StagedRowRepository staged;
    private final ChangeLog changes;
    private final Clock clock;

    ImportRunRepository(AuditLog audit, StagedRowRepository staged, ChangeLog changes, Clock clock) {
        this.audit = audit;
        this.staged = staged;
        this.changes = changes;
        this.clock = clock;
    }

    void add(ImportRun run) {
        QuarkusTransaction.requiringNew().run(() -> {
            persist(run);
            audit.record("import", "import", run.id.toString());
        });
    }

    Optional<ImportRun> find(UUID id) {
        return QuarkusTransaction.joiningExisting().call(() -> findByIdOptional(id));
    }

    /** An import within reach.
     *  @throws ProblemException NOT_FOUND, the same for one that is not there and one of another organisation */
    ImportRun get(UUID id, Reach reach) {
        return find(id).filter(run -> reach.covers(run.organizationId))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "there is no import with this id"));
    }

    /** Notes that a process takes an import on, for the first time or after a stop. */
    void taken(UUID id) {
        change(id, run -> {
            run.tries++;
            run.lostAt = null;
        });
    }

    /** Notes that it begins or goes on.
     *  @return it as it stands; empty when another process has ended it */
    Optional<ImportRun> started(UUID id) {
        change(id, run -> {
            run.status = "running";
            run.startedAt = run.startedAt == null ? clock.instant() : run.startedAt;
            run.lostAt = null;
        });
        return find(id).filter(run -> run.endedAt == null);
    }

    /** Begins a phase, with nothing of an earlier one in the report.
     *  @param mayGoOn asked while no other process can begin one
     *  @throws ImportJob.BrokenOffException when it may not */
    void begin(UUID id, Phase phase, BooleanSupplier mayGoOn) {
        QuarkusTransaction.requiringNew().run(() -> {
            var run = findById(id, LockModeType.PESSIMISTIC_WRITE);
            if (run.endedAt != null || !mayGoOn.getAsBoolean()) {
                throw new ImportJob.BrokenOffException();
            }
            getEntityManager()
                    .createNativeQuery("delete from import_finding where import_id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            staged.clear(id);
            if (run.phase != phase) {
                run.reached = 0;
            }
            run.phase = phase;
            run.findingsLeftOut = 0;
            setTotals(run, ImportTotals.NONE);
        });
    }

    /** What the batches that are stored have come to. */
    ImportTally tally(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var run = findById(id);
            var kept = new EnumMap<Kind, Integer>(Kind.class);
            for (var row : getEntityManager()
                    .createNativeQuery(KEPT, Object[].class)
                    .setParameter(1, id)
                    .getResultList()) {
                var counted = (Object[]) row;
                kept.put(Kind.valueOf((String) counted[0]), ((Number) counted[1]).intValue());
            }
            return new ImportTally(run.totals(), kept, run.findingsLeftOut, List.of());
        });
    }

    /** Writes what a batch came to, in its own transaction: a stop leaves both or none.
     *  @param before how many rows were read when the batch began
     *  @throws ImportJob.BrokenOffException when another process has worked on it since */
    void progress(UUID id, long before, ImportTally tally) {
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (var update = connection.prepareStatement(PROGRESS)) {
                var totals = tally.totals();
                int place = 1;
                for (long count : new long[] {
                    totals.read(),
                    totals.added(),
                    totals.changed(),
                    totals.unchanged(),
                    totals.refused(),
                    totals.redacted(),
                    tally.leftOut(),
                    totals.read(),
                    totals.read()
                }) {
                    update.setLong(place++, count);
                }
                update.setObject(place++, id);
                update.setLong(place, before);
                if (update.executeUpdate() == 0) {
                    throw new ImportJob.BrokenOffException();
                }
            }
            if (!tally.fresh().isEmpty()) {
                insert(connection, id, tally.fresh());
            }
        });
    }

    /** Notes that no process has an import and its file is not here.
     *  @return since when that is so */
    Instant lost(UUID id) {
        change(id, run -> run.lostAt = run.lostAt == null ? clock.instant() : run.lostAt);
        return Objects.requireNonNull(find(id).orElseThrow().lostAt);
    }

    /** Ends an import that stopped, with what became of its rows.
     *  @param why it stopped */
    void failed(UUID id, String why) {
        var run = find(id).orElseThrow();
        var where = run.read == 0 ? "" : ", after " + run.read + " rows";
        var detail = why
                + where
                + (run.stores()
                        ? ": the rows counted here are stored, send the file again for the rest"
                        : ", so nothing was stored: send the file again");
        ended(
                id,
                new ImportResult(
                        false,
                        detail,
                        run.stores() ? run.totals() : run.totals().undone()));
    }

    /** Ends an import, and forgets its file. */
    void ended(UUID id, ImportResult end) {
        var mark = changes.mark();
        change(id, run -> {
            run.status = end.completed() ? "completed" : "failed";
            run.detail = end.detail();
            run.endedAt = clock.instant();
            run.stage = null;
            run.stageKey = null;
            run.searchableMark = run.stores() ? mark : null;
            setTotals(run, end.totals());
            staged.clear(id);
        });
        QuarkusTransaction.requiringNew()
                .run(() -> getEntityManager().createNativeQuery(FORGET_OLD).executeUpdate());
    }

    /** Every import that has not ended. In SQL, as a start asks it: to read HQL for the first time takes long. */
    List<UUID> listOpen() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> getEntityManager()
                        .unwrap(Session.class)
                        .createNativeQuery(
                                "select id from import_run where status in ('queued', 'running') order by received_at",
                                UUID.class)
                        .getResultList());
    }

    /** Those that run now, seen in a transaction of its own. */
    List<ImportRun> listRunning() {
        return QuarkusTransaction.requiringNew().call(() -> list("status", Sort.by("receivedAt"), "running"));
    }

    /** The imports whose records are stored and may not be found yet. In SQL for the same reason. */
    List<ImportRun> listUnsearched() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> getEntityManager()
                        .unwrap(Session.class)
                        .createNativeQuery(
                                "select * from import_run where searchable_mark is not null and searchable_at is null",
                                ImportRun.class)
                        .getResultList());
    }

    /** Notes that a search finds all of it. */
    void searchable(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> getEntityManager()
                        .createNativeQuery("update import_run set searchable_at = :now where id = :id")
                        .setParameter("now", clock.instant())
                        .setParameter("id", id)
                        .executeUpdate());
    }

    private static void insert(Connection connection, UUID id, List<ImportTally.RowFinding> findings)
            throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            for (var found : findings) {
                statement.setObject(1, id);
                statement.setLong(2, found.row());
                statement.setString(3, found.finding().kind().name());
                statement.setString(4, found.finding().pointer());
                statement.setString(5, found.finding().field());
                statement.setString(6, found.finding().value());
                statement.setString(7, found.finding().remedy());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void setTotals(ImportRun run, ImportTotals totals) {
        run.read = totals.read();
        run.added = totals.added();
        run.changed = totals.changed();
        run.unchanged = totals.unchanged();
        run.refused = totals.refused();
        run.redacted = totals.redacted();
    }

    /** Changes one that has not ended: what was told of its end stands. */
    private void change(UUID id, Consumer<ImportRun> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            // Every column is written, and a batch may write the counts at the same moment.
            var run = findById(id, LockModeType.PESSIMISTIC_WRITE);
            if (run.endedAt == null) {
                change.accept(run);
            }
        });
    }
}
