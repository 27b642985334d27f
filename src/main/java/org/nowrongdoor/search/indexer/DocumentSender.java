package org.nowrongdoor.search.indexer;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategyConfigurationContext;
import org.hibernate.search.mapper.pojo.work.SearchIndexingPlanExecutionReport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.index.SearchConfig;
import org.nowrongdoor.search.index.ServiceDocument;

/** Hands documents to the engine. One that it refuses is found among the others and taken out. */
@Singleton
class DocumentSender {

    private static final Logger LOG = Logger.getLogger(DocumentSender.class);
    private static final UUID NOTHING = new UUID(0, 0);

    private final CloseableSearchMapping mapping;
    private final IndexingPlanSynchronizationStrategy strategy;

    DocumentSender(CloseableSearchMapping mapping, SearchConfig settings) {
        this.mapping = mapping;
        // What Lucene has taken is shown later and flushed where the position is noted; another engine has to be waited
        // for until it shows it.
        this.strategy = settings.engine() == SearchConfig.Engine.LUCENE
                ? DocumentSender::write
                : IndexingPlanSynchronizationStrategy.sync();
    }

    private static void write(IndexingPlanSynchronizationStrategyConfigurationContext plan) {
        plan.documentCommitStrategy(DocumentCommitStrategy.NONE);
        plan.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
    }

    /** Documents on their way to the engine. */
    final class Sending {

        private final List<ServiceDocument> documents;
        private final CompletableFuture<?> taken;

        private Sending(List<ServiceDocument> documents, CompletableFuture<?> taken) {
            this.documents = documents;
            this.taken = taken;
        }

        /** Waits until the engine has them.
         *  @return why, by the id of each document that it refused; it is not in the index
         *  @throws RuntimeException when the engine does not take anything */
        Map<UUID, String> finish() {
            var refused = new HashMap<UUID, String>();
            try {
                taken.join();
            } catch (RuntimeException e) {
                refuse(documents, refused, e);
            }
            return refused;
        }
    }

    /** Begins to write some documents, after others are taken away. */
    Sending begin(List<ServiceDocument> documents, List<UUID> gone) {
        send(List.of(), gone);
        return new Sending(documents, plan(documents, List.of()));
    }

    private void send(List<ServiceDocument> documents, Map<UUID, String> refused) {
        try {
            send(documents, List.of());
        } catch (RuntimeException e) {
            refuse(documents, refused, e);
        }
    }

    /** Finds those that it refuses among documents that it did not take together. */
    private void refuse(List<ServiceDocument> documents, Map<UUID, String> refused, RuntimeException failure) {
        OutOfMemoryDetector.throwIfBehind(failure);
        // Throws when the engine does not answer at all, and nothing is the fault of a document.
        send(List.of(), List.of(NOTHING));
        if (documents.size() > 1) {
            send(documents.subList(0, documents.size() / 2), refused);
            send(documents.subList(documents.size() / 2, documents.size()), refused);
            return;
        }
        var id = UUID.fromString(documents.get(0).id);
        LOG.warnf(failure, "The search engine refuses service %s, which is set aside", id);
        send(List.of(), List.of(id));
        refused.put(id, "the search engine does not take it");
    }

    private void send(List<ServiceDocument> documents, Collection<UUID> gone) {
        plan(documents, gone).join();
    }

    private CompletableFuture<?> plan(List<ServiceDocument> documents, Collection<UUID> gone) {
        if (documents.isEmpty() && gone.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        var taken = new CompletableFuture<Void>();
        try (var session = mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(plan -> {
                    strategy.apply(plan);
                    plan.indexingFutureHandler(work -> {
                        var unused = work.whenComplete((report, e) -> end(taken, report, e));
                    });
                })
                .build()) {
            var plan = session.indexingPlan();
            documents.forEach(plan::addOrUpdate);
            for (var id : gone) {
                plan.purge(ServiceDocument.class, id.toString(), null);
            }
        } catch (RuntimeException e) {
            taken.completeExceptionally(e);
        }
        return taken;
    }

    private static void end(
            CompletableFuture<Void> taken, @Nullable SearchIndexingPlanExecutionReport report, @Nullable Throwable e) {
        var failure = e != null || report == null ? Optional.ofNullable(e) : report.throwable();
        failure.ifPresentOrElse(taken::completeExceptionally, () -> taken.complete(null));
    }
}
