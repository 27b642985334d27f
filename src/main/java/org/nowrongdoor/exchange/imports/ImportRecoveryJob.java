package org.nowrongdoor.exchange.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.nowrongdoor.storage.AdvisoryLock;

/** Ends the imports whose process ended before them. */
@Singleton
class ImportRecoveryJob {

    private static final Logger LOG = Logger.getLogger(ImportRecoveryJob.class);

    private final EntityManager entities;
    private final ImportRunRepository runs;

    ImportRecoveryJob(EntityManager entities, ImportRunRepository runs) {
        this.entities = entities;
        this.runs = runs;
    }

    void atStart(@Observes StartupEvent event) {
        runs.listOpen().forEach(id -> QuarkusTransaction.requiringNew().run(() -> end(id)));
    }

    private void end(UUID id) {
        boolean gone = AdvisoryLock.IMPORT.tryLockInTransaction(entities, id.toString());
        if (!gone) {
            return;
        }
        var run = entities.find(ImportRun.class, id);
        run.status = "failed";
        run.detail = run.partial && !run.dryRun
                ? "the server stopped while it ran: the rows counted here are stored, send the file again for the rest"
                : "the server stopped while it ran: nothing of it is stored, send the file again";
        if (!run.partial || run.dryRun) {
            run.added = 0;
            run.changed = 0;
        }
        LOG.infof("import %s was interrupted after %d rows; it is failed now", id, run.read);
    }
}
