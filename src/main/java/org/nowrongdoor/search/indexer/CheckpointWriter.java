package org.nowrongdoor.search.indexer;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.util.common.SearchException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.SearchConfig;
import org.nowrongdoor.search.index.SearchedIndex;
import org.nowrongdoor.search.index.ServiceDocument;

/** Notes how far the index has come, once what was written is on disk and what was withheld is not. */
@Singleton
class CheckpointWriter {

    private static final Logger LOG = Logger.getLogger(CheckpointWriter.class);
    // 2,000: an import, not an editor's day.
    private static final int MANY = 2_000;
    private static final int CHUNK = 250;

    private final CloseableSearchMapping mapping;
    private final IndexCheckpoint state;
    private final DatabaseId installation;
    private final SharedIndexRepository shared;
    private final SearchedIndex index;
    private final SearchConfig settings;
    private long noted = -1;
    private boolean hasResidue;
    private long written;
    private @Nullable Merge merge;

    CheckpointWriter(
            CloseableSearchMapping mapping,
            IndexCheckpoint state,
            DatabaseId installation,
            SharedIndexRepository shared,
            SearchedIndex index,
            SearchConfig settings) {
        this.mapping = mapping;
        this.state = state;
        this.installation = installation;
        this.shared = shared;
        this.index = index;
        this.settings = settings;
    }

    /** Where the index stands; empty when it has to be built again.
     *  @param head the end of the log, which no index of this database is past */
    OptionalLong find(long head) {
        if (isShared()) {
            var followed = shared.find();
            if (followed.isPresent() && followed.getAsLong() <= head && isReadable() && !isEmpty()) {
                noted = followed.getAsLong();
                return followed;
            }
            return OptionalLong.empty();
        }
        var position = state.read();
        if (position.isPresent()
                && position.get().database().equals(installation.id())
                && position.get().seq() <= head
                && isReadable()) {
            noted = position.get().seq();
            return OptionalLong.of(noted);
        }
        return OptionalLong.empty();
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

    /** Whether other nodes search and write the same index. */
    boolean isShared() {
        return settings.engine() == SearchConfig.Engine.ELASTICSEARCH;
    }

    /** Whether it was lost and made again, while its position was not. */
    private boolean isEmpty() {
        try (var session = mapping.createSession()) {
            return session.search(ServiceDocument.class)
                    .select(f -> f.id())
                    .where(f -> f.matchAll())
                    .fetchHits(1)
                    .isEmpty();
        }
    }

    /** Empties the index before it is built again. One that other nodes search is written over in place. */
    void dropIndex() {
        if (!isShared()) {
            state.begin();
            mapping.scope(ServiceDocument.class).schemaManager().dropAndCreate();
            index.refresh();
        }
    }

    /** Takes the ids of all documents, some at a time, to find those of services that are gone. */
    void eachDocument(Consumer<List<UUID>> taker) {
        try (var session = mapping.createSession();
                var scroll = session.search(ServiceDocument.class)
                        .select(f -> f.id(String.class))
                        .where(f -> f.matchAll())
                        .scroll(CHUNK)) {
            for (var chunk = scroll.next(); chunk.hasHits(); chunk = scroll.next()) {
                taker.accept(chunk.hits().stream().map(UUID::fromString).toList());
            }
        }
    }

    /** Notes that the index was built again, up to a change. */
    void built(long seq) {
        if (isShared()) {
            shared.built(seq);
        }
        note(seq);
    }

    /** Notes that another index is the one that is searched from now on; it has all changes up to a number, and nothing
     *  on the disk of what was withheld before. */
    void turned(long seq) {
        state.writeNext(new IndexCheckpoint.Position(installation.id(), seq));
        merge = null;
        hasResidue = false;
        written = 0;
        noted = seq;
    }

    /** The last position noted. */
    long noted() {
        return noted;
    }

    /** Notes that what was written over must not stay on disk. */
    void residue() {
        hasResidue = true;
    }

    void written(int documents) {
        written += documents;
    }

    /** Notes a position that nothing waits behind, and after much was written begins to make few large segments out of many
     *  small ones: a query looks its terms up in each. */
    void noteAndTidy(long seq) {
        if (!isShared() && written >= MANY && merge == null) {
            beginMerge(seq);
        }
        if (noted < seq || merge != null) {
            note(seq);
        }
    }

    /** Notes a position; where something was withheld before it, only once that is not on disk any more, when this is called
     *  again. Edits do not wait for that: a large index takes minutes to merge. */
    void note(long seq) {
        if (merge == null && hasResidue) {
            // What is deleted stays on disk until its segment is merged; an address that was withheld must not.
            beginMerge(seq);
        }
        if (merge == null) {
            mapping.scope(ServiceDocument.class).workspace().flush();
            save(seq);
        } else if (merge.work.isDone()) {
            endMerge(merge);
        }
    }

    /** A merge of everything, which goes on while searches and edits do.
     *  @param seq what was written up to there is in it */
    private record Merge(CompletableFuture<?> work, long seq) {}

    /** Whether a merge goes on, after which a position can be noted. */
    boolean isMerging() {
        return merge != null;
    }

    private void beginMerge(long seq) {
        var work = mapping.scope(ServiceDocument.class).workspace().mergeSegmentsAsync();
        merge = new Merge(work.toCompletableFuture(), seq);
        hasResidue = false;
        written = 0;
    }

    private void endMerge(Merge ended) {
        merge = null;
        try {
            ended.work.join();
            mapping.scope(ServiceDocument.class).workspace().flush();
            // The old segments go from disk when the last one who reads them turns to the new.
            index.refresh();
        } catch (RuntimeException e) {
            hasResidue = true;
            throw e;
        }
        save(ended.seq);
    }

    private void save(long seq) {
        if (isShared()) {
            shared.advanceTo(seq);
        } else {
            state.write(new IndexCheckpoint.Position(installation.id(), seq));
        }
        noted = seq;
    }
}
