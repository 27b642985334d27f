package org.nowrongdoor.search.index;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.util.common.SearchException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.Backoff;
import org.nowrongdoor.storage.Change;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.ChangedEntity;

/** Carries the change log into the index: never ahead of it, never past a change, whatever the engine does. */
@Singleton
public class Indexer {

    private static final Logger LOG = Logger.getLogger(Indexer.class);
    // 500: what one transaction reads and one plan writes. 4,000: an import changes each service several times over.
    private static final int BATCH = 500;
    private static final int CHANGES = 4_000;
    // 2,000: an import, not an editor's day.
    private static final int MANY = 2_000;

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

    private final CloseableSearchMapping mapping;
    private final IndexCheckpoint state;
    private final ChangeLog log;
    private final ServiceRowLoader reader;
    private final ServiceDocumentBuilder documents;
    private final DatabaseId installation;
    private final StoredServiceCache services;
    private final SearchConfig settings;
    private final Clock clock;
    private final IndexingPlanSynchronizationStrategy strategy;
    private final Thread follower = new Thread(this::follow, "indexer");
    private volatile boolean stopping;
    private volatile long done = -1;
    private volatile long target = Long.MAX_VALUE;
    private long noted = -1;
    private boolean hasResidue;
    private long written;
    private @Nullable LocalDate renewed;

    Indexer(
            CloseableSearchMapping mapping,
            IndexCheckpoint state,
            ChangeLog log,
            ServiceRowLoader reader,
            ServiceDocumentBuilder documents,
            DatabaseId installation,
            StoredServiceCache services,
            SearchConfig settings,
            Clock clock) {
        this.mapping = mapping;
        this.state = state;
        this.log = log;
        this.reader = reader;
        this.documents = documents;
        this.installation = installation;
        this.services = services;
        this.settings = settings;
        this.clock = clock;
        // Lucene shows what was written to the next search and is flushed where the position is noted; another
        // engine has to be waited for until it shows it.
        this.strategy = settings.engine() == SearchConfig.Engine.LUCENE
                ? IndexingPlanSynchronizationStrategy.readSync()
                : IndexingPlanSynchronizationStrategy.sync();
    }

    void start(@Observes StartupEvent event) {
        follower.setDaemon(true);
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        follower.interrupt();
        follower.join(5_000);
    }

    /** Whether the index has caught up with the log as it stood when the server began to answer: what filled an empty
     *  directory at start is part of it. */
    boolean ready() {
        if (target == Long.MAX_VALUE) {
            target = log.head();
        }
        return done >= target;
    }

    /** The last change that a search can see. */
    public long position() {
        return done;
    }

    private void follow() {
        var failures = 0;
        while (!stopping) {
            try {
                if (done < 0) {
                    begin();
                }
                step();
                failures = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (stopping) {
                    return;
                }
                failures++;
                var pause = BACKOFF.pauseAfter(failures);
                LOG.warnf(e, "Indexing stopped after change %d; trying again in %d ms", done, pause.toMillis());
                sleep(pause);
            }
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() {
        var head = log.head();
        var position = state.read();
        if (position.isPresent()
                && position.get().database().equals(installation.id())
                && position.get().seq() <= head
                && isReadable()) {
            QuarkusTransaction.requiringNew().run(() -> reader.rules().forEach(documents::learn));
            noted = position.get().seq();
            done = noted;
            return;
        }
        rebuild(head);
    }

    /** Whether the engine can open what it has; a damaged index is rebuilt rather than mended. */
    private boolean isReadable() {
        try (var session = mapping.createSession()) {
            session.search(ServiceDocument.class)
                    .select(f -> f.field(IndexFields.STORED, String.class))
                    .where(f -> f.matchAll())
                    .fetchHits(1);
            return true;
        } catch (SearchException e) {
            LOG.warnf("The search index cannot be read and will be built anew: %s", e.getMessage());
            return false;
        }
    }

    private void rebuild(long head) {
        mapping.scope(ServiceDocument.class).schemaManager().dropAndCreate();
        services.forgetAll();
        UUID last = null;
        var count = 0L;
        while (true) {
            var page = page(last);
            if (page.isEmpty()) {
                break;
            }
            write(page, Set.of());
            last = page.get(page.size() - 1).service().id;
            count += page.size();
            if (count % 10_000 < BATCH) {
                LOG.infof("Building the search index: %d services", count);
            }
        }
        note(head);
        done = head;
        LOG.infof("The search index was built of %d services", count);
    }

    private List<ServiceRows> page(@Nullable UUID last) {
        return QuarkusTransaction.requiringNew().call(() -> reader.page(last, BATCH));
    }

    private void step() throws InterruptedException {
        var changes = QuarkusTransaction.requiringNew().call(() -> log.after(done, CHANGES));
        if (changes.isEmpty()) {
            if (noted < done) {
                note(done);
            }
            tidy();
            renew();
            log.awaitAfter(done, IDLE);
            return;
        }
        apply(changes);
        done = changes.get(changes.size() - 1).seq();
        if (done - noted > 5L * CHANGES) {
            note(done);
        }
    }

    private void apply(List<Change> changes) {
        hasResidue |= changes.stream().anyMatch(change -> change.op() == ChangeKind.REDACT);
        var gone = changes.stream()
                .filter(c -> c.entity() == ChangedEntity.SERVICE && c.op() == ChangeKind.DELETE)
                .map(Change::id)
                .collect(Collectors.toSet());
        var touched = List.copyOf(QuarkusTransaction.requiringNew().call(() -> reader.touchedBy(changes)));
        for (var from = 0; from < touched.size(); from += BATCH) {
            var slice = touched.subList(from, Math.min(touched.size(), from + BATCH));
            var rows = QuarkusTransaction.requiringNew().call(() -> reader.find(slice));
            // A service deleted and made again in one batch is there: only what was not read is gone.
            rows.forEach(row -> gone.remove(row.service().id));
            write(rows, Set.of());
        }
        if (!gone.isEmpty()) {
            write(List.of(), gone);
        }
    }

    private void write(List<ServiceRows> rows, Collection<UUID> gone) {
        try (var session = mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(strategy)
                .build()) {
            var plan = session.indexingPlan();
            for (var row : rows) {
                plan.addOrUpdate(documents.of(row));
            }
            for (var id : gone) {
                plan.purge(ServiceDocument.class, id.toString(), null);
            }
        }
        written += rows.size() + gone.size();
        services.forget(Stream.concat(rows.stream().map(row -> row.service().id), gone.stream())
                .map(UUID::toString)
                .toList());
    }

    /** Once a day rewrites those services whose hours are written out ahead, or they would run out some day. */
    private void renew() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(renewed)) {
            return;
        }
        var dated = ExpandedHours.services(mapping);
        for (var from = 0; from < dated.size(); from += BATCH) {
            var slice = dated.subList(from, Math.min(dated.size(), from + BATCH));
            write(QuarkusTransaction.requiringNew().call(() -> reader.find(slice)), Set.of());
        }
        renewed = today;
    }

    /** After much was written, makes few large segments out of many small ones: a query looks its terms up in each. */
    private void tidy() {
        if (settings.engine() == SearchConfig.Engine.LUCENE && written >= MANY) {
            var workspace = mapping.scope(ServiceDocument.class).workspace();
            workspace.mergeSegments();
            workspace.flush();
            // Searches would go on in the small ones until something is written, and keep them on disk.
            workspace.refresh();
            written = 0;
        }
    }

    private void note(long seq) {
        var workspace = mapping.scope(ServiceDocument.class).workspace();
        if (hasResidue) {
            // What is deleted stays on disk until its segment is merged; an address that was withheld must not.
            workspace.mergeSegments();
        }
        workspace.flush();
        if (hasResidue) {
            // And the old segments go from disk when the last one who reads them turns to the new.
            workspace.refresh();
            hasResidue = false;
        }
        state.write(new IndexCheckpoint.Position(installation.id(), seq));
        noted = seq;
    }
}
