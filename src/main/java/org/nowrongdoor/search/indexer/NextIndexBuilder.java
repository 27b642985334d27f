package org.nowrongdoor.search.indexer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.jboss.logging.Logger;
import org.nowrongdoor.search.index.SearchedIndex;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.index.ServiceRowLoader;
import org.nowrongdoor.storage.Change;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangeLane;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.WorkLimiter;

/** Builds an index next to the one that is searched and followed meanwhile, and turns to it once it holds the same. */
@Singleton
class NextIndexBuilder {

    private static final Logger LOG = Logger.getLogger(NextIndexBuilder.class);

    private static final int PAGE = 250;
    private static final int CHANGES = 4_000;
    private static final int LOGGED = 10_000;
    // 250: what the indexer can wait for, less than a second.
    private static final int LAST_CHANGES = 250;

    private final SwitchedSearchMapping mapping;
    private final IndexCheckpoint state;
    private final CheckpointWriter checkpoints;
    private final ServiceRowLoader reader;
    private final ChangedServiceFinder changed;
    private final ChangeLog log;
    private final SearchedIndex searched;
    private final IndexPresenter presenter;
    private final WorkLimiter processors;
    private final NextWriterFactory writers;
    // 15 s: a search takes no longer. A test has less patience.
    volatile Duration retiredAfter = Duration.ofSeconds(15);

    NextIndexBuilder(
            SwitchedSearchMapping mapping,
            IndexCheckpoint state,
            CheckpointWriter checkpoints,
            ServiceRowLoader reader,
            ChangedServiceFinder changed,
            ChangeLog log,
            SearchedIndex searched,
            IndexPresenter presenter,
            WorkLimiter processors,
            NextWriterFactory writers) {
        this.mapping = mapping;
        this.state = state;
        this.checkpoints = checkpoints;
        this.reader = reader;
        this.changed = changed;
        this.log = log;
        this.searched = searched;
        this.presenter = presenter;
        this.processors = processors;
        this.writers = writers;
    }

    /** An index that is being built. */
    private final class Build {

        private final CloseableSearchMapping index;
        private final ServiceWriter writer;
        private final Runnable check;
        private final LaneCursors lanes = new LaneCursors();
        private final WrittenServices written = new WrittenServices();
        private boolean hasResidue;

        private Build(CloseableSearchMapping index, Runnable check) {
            this.index = index;
            this.writer = writers.make(index);
            this.check = check;
        }
    }

    /** Builds an index, turns to it and removes the one before.
     *  @param indexer follows the index that is searched
     *  @param check throws when this is not to go on; asked before each page */
    void build(Indexer indexer, Runnable check) throws InterruptedException {
        var folder = state.next();
        var former = state.live();
        // What a build before has left, or an index before that could not be closed in time.
        mapping.closeFormer();
        IndexCheckpoint.discard(folder);
        var isTurned = false;
        try {
            var build = new Build(mapping.openNext(folder), check);
            build.lanes.begin(log.head());
            var count = pages(build);
            while (!isTurned) {
                isTurned = tryTurn(indexer, build);
            }
            LOG.infof("The search index was built again of %d services, and is searched from now on", count);
        } finally {
            if (!state.live().equals(folder)) {
                discard(folder);
            }
        }
        retire(former);
    }

    private boolean tryTurn(Indexer indexer, Build build) throws InterruptedException {
        follow(build);
        // What was taken out, such as an address that is withheld, goes from the disk here.
        build.hasResidue = false;
        build.index.scope(ServiceDocument.class).workspace().mergeSegments();
        follow(build);
        // Warmed before the indexer waits: that takes seconds where a segment holds a million services.
        try {
            var view = searched.prepare(build.index);
            try {
                return indexer.turn(() -> turn(build));
            } finally {
                view.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every service there is, in the order of the ids. */
    private long pages(Build build) throws InterruptedException {
        UUID last = null;
        var count = 0L;
        while (true) {
            var after = last;
            var ids = QuarkusTransaction.requiringNew().call(() -> reader.ids(after, PAGE));
            if (ids.isEmpty()) {
                return count;
            }
            write(build, ids);
            last = ids.get(ids.size() - 1);
            count += ids.size();
            if (count % LOGGED < PAGE) {
                LOG.infof("Building the search index next to the one that is searched: %d services", count);
            }
        }
    }

    /** Writes services, and while searches come in leaves the processor to them for as long again. */
    private void write(Build build, List<UUID> ids) throws InterruptedException {
        build.check.run();
        var begin = System.nanoTime();
        build.writer.write(ids);
        build.written.add(ids);
        build.writer.showIfDue();
        if (processors.isAsked()) {
            TimeUnit.NANOSECONDS.sleep(System.nanoTime() - begin);
        }
    }

    /** What changed meanwhile, until little is left. */
    private void follow(Build build) throws InterruptedException {
        while (follow(build, log.head()) > LAST_CHANGES) {}
        build.writer.show();
    }

    /** What changed up to a number that is known to be visible.
     *  @return how many changes that were */
    private long follow(Build build, long head) throws InterruptedException {
        var count = 0L;
        for (var lane : ChangeLane.values()) {
            var changes = build.lanes.next(log, lane, head, CHANGES);
            while (!changes.isEmpty()) {
                build.written.begin(build.lanes.lowest(), head);
                apply(build, changes);
                build.lanes.advance(lane, changes.get(changes.size() - 1).seq());
                count += changes.size();
                changes = build.lanes.next(log, lane, head, CHANGES);
            }
            build.lanes.advance(lane, head);
        }
        return count;
    }

    private void apply(Build build, List<Change> changes) throws InterruptedException {
        build.hasResidue |= changes.stream().anyMatch(change -> change.op() == ChangeKind.REDACT);
        if (changed.hasTerms(changes)) {
            build.written.forget();
        }
        var last = changes.get(changes.size() - 1).seq();
        var services = build.written.without(changed.find(changes), last);
        for (var from = 0; from < services.size(); from += PAGE) {
            write(build, services.subList(from, Math.min(services.size(), from + PAGE)));
        }
    }

    /** Turns to an index while nothing is written to the one before.
     *  @return up to which change it has all; empty when something of what came last must go from the disk first */
    private OptionalLong turn(Build build) {
        var head = log.head();
        try {
            follow(build, head);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
        build.writer.show();
        if (build.hasResidue) {
            return OptionalLong.empty();
        }
        build.index.scope(ServiceDocument.class).workspace().flush();
        checkpoints.turned(head);
        mapping.turnToNext();
        presenter.showAll();
        return OptionalLong.of(head);
    }

    private void discard(Path folder) {
        try {
            mapping.closeNext();
        } catch (RuntimeException e) {
            // A full disk: what could not be written is thrown away.
            LOG.debug("an index that was not finished cannot be closed", e);
        }
        IndexCheckpoint.discard(folder);
    }

    /** Closes the former index once no search is at it, and deletes it. */
    private void retire(Path former) throws InterruptedException {
        Thread.sleep(retiredAfter.toMillis());
        try {
            mapping.closeFormer();
        } catch (RuntimeException e) {
            LOG.warn("The former search index cannot be closed; it is deleted all the same", e);
        }
        IndexCheckpoint.discard(former);
    }
}
