package org.nowrongdoor.exchange.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Imports in the store. Their progress is written in transactions of its own, so that it is seen while they run. */
@Singleton
class ImportRunRepository {

    private static final String INSERT =
            "insert into import_finding (import_id, row, kind, pointer, field, value, remedy) values (?, ?, ?, ?, ?, ?, ?)";

    private final EntityManager entities;
    private final AuditLog audit;
    private final Clock clock;

    ImportRunRepository(EntityManager entities, AuditLog audit, Clock clock) {
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    void add(ImportRun run) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.persist(run);
            audit.record("import", "import", run.id.toString());
        });
    }

    Optional<ImportRun> find(UUID id) {
        return QuarkusTransaction.joiningExisting().call(() -> Optional.ofNullable(entities.find(ImportRun.class, id)));
    }

    ImportRun get(UUID id) {
        return find(id).orElseThrow(
                        () -> ProblemException.of(ProblemKind.NOT_FOUND, "there is no import with this id"));
    }

    void started(UUID id) {
        change(id, run -> {
            run.status = "running";
            run.startedAt = clock.instant();
        });
    }

    void progress(UUID id, ImportTotals totals) {
        change(id, run -> count(run, totals));
    }

    void ended(UUID id, ImportResult end) {
        change(id, run -> {
            run.status = end.completed() ? "completed" : "failed";
            run.detail = end.detail();
            run.endedAt = clock.instant();
            count(run, end.totals());
        });
    }

    /** Every import that has not ended. In SQL, as a start asks it: to read HQL for the first time takes long. */
    List<UUID> listOpen() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> entities.unwrap(Session.class)
                        .createNativeQuery(
                                "select id from import_run where status in ('queued', 'running') order by received_at",
                                UUID.class)
                        .getResultList());
    }

    /** Forgets what a try found that is about to be repeated. */
    void clearFindings(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from import_finding where import_id = :id")
                        .setParameter("id", id)
                        .executeUpdate());
    }

    void addFindings(UUID id, List<RowFinding> findings) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.unwrap(Session.class).doWork(connection -> insert(connection, id, findings)));
    }

    private static void insert(Connection connection, UUID id, List<RowFinding> findings) throws SQLException {
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

    private static void count(ImportRun run, ImportTotals totals) {
        run.read = totals.read();
        run.added = totals.added();
        run.changed = totals.changed();
        run.unchanged = totals.unchanged();
        run.refused = totals.refused();
        run.redacted = totals.redacted();
    }

    private void change(UUID id, Consumer<ImportRun> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(entities.find(ImportRun.class, id)));
    }
}
