package org.nowrongdoor.exchange.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.nowrongdoor.access.caller.Reach;

/** Tells an editor which imports may hold a record, without those of others. */
@Singleton
public class RunningImportFinder {

    private final EntityManager entities;

    RunningImportFinder(EntityManager entities) {
        this.entities = entities;
    }

    /** What runs now.
     *  @param isAny whether any import does
     *  @param own those within reach */
    public record Running(boolean isAny, List<UUID> own) {}

    public Running find(Reach reach) {
        var runs = QuarkusTransaction.requiringNew()
                .call(() -> entities.unwrap(Session.class)
                        .createNativeQuery(
                                "select * from import_run where status = 'running' order by received_at",
                                ImportRun.class)
                        .getResultList());
        var own = runs.stream()
                .filter(run -> reach.covers(run.organizationId))
                .map(run -> run.id)
                .toList();
        return new Running(!runs.isEmpty(), own);
    }
}
