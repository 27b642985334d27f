package org.nowrongdoor.search.withheld;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.nowrongdoor.search.index.SearchConfig;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.indexer.Indexer;
import org.nowrongdoor.storage.WithheldRow;
import org.nowrongdoor.storage.WithheldServices;

/** Ends the withholding of services once the index has followed their change and holds no older document of them. */
@Singleton
class WithheldServiceJob {

    private static final int BATCH = 500;
    // 10 min: what another node had read before the change and was about to write has long been written.
    private static final Duration OTHER_WRITERS = Duration.ofMinutes(10);

    private final WithheldServices services;
    private final Indexer indexer;
    private final CloseableSearchMapping mapping;
    private final SearchConfig settings;
    private final Clock clock;

    WithheldServiceJob(
            WithheldServices services,
            Indexer indexer,
            CloseableSearchMapping mapping,
            SearchConfig settings,
            Clock clock) {
        this.services = services;
        this.indexer = indexer;
        this.mapping = mapping;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        services.settle();
        var isShared = settings.engine() == SearchConfig.Engine.ELASTICSEARCH;
        var by = isShared ? clock.instant().minus(OTHER_WRITERS) : clock.instant();
        var passed = services.passed(indexer.position(), by);
        for (var from = 0; from < passed.size(); from += BATCH) {
            var slice = passed.subList(from, Math.min(passed.size(), from + BATCH));
            var outdated = outdated(slice);
            services.lift(slice.stream()
                    .filter(one -> !outdated.contains(one.id().toString()))
                    .toList());
        }
    }

    /** Those of which the index holds an older document all the same: it was set aside, or could not be made. */
    private Set<String> outdated(List<WithheldRow> slice) {
        try (var session = mapping.createSession()) {
            return session
                    .search(ServiceDocument.class)
                    .select(f -> f.id(String.class))
                    .where(f -> OutdatedDocuments.of(slice).in(f))
                    .fetchHits(BATCH)
                    .stream()
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
