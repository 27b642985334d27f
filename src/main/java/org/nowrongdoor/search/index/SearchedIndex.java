package org.nowrongdoor.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.jspecify.annotations.Nullable;

/** The index as searches see it: one reader for all of them, until what was written meanwhile is shown. An index that
 *  nodes share shows by itself what is written. */
public final class SearchedIndex implements AutoCloseable {

    private final CloseableSearchMapping mapping;
    private volatile SearchScope<ServiceDocument> scope;
    private final boolean isLocal;
    private final Consumer<LeafReader> warmer;
    private final Runnable asked;
    private volatile @Nullable IndexReader shown;

    /** @param warmer reads what searches need of a segment, before the first of them comes
     *  @param asked is told of every search */
    public SearchedIndex(
            CloseableSearchMapping mapping, SearchConfig settings, Consumer<LeafReader> warmer, Runnable asked) {
        this.mapping = mapping;
        this.scope = mapping.scope(ServiceDocument.class);
        this.isLocal = settings.engine() == SearchConfig.Engine.LUCENE;
        this.warmer = warmer;
        this.asked = asked;
    }

    /** What is searched, to make queries of. */
    public SearchScope<ServiceDocument> scope() {
        return scope;
    }

    /** A reader that stays as it is until it is closed, whatever is shown meanwhile. */
    public static final class View implements AutoCloseable {

        private final IndexReader reader;

        private View(IndexReader reader) {
            this.reader = reader;
        }

        public IndexReader reader() {
            return reader;
        }

        @Override
        public void close() throws IOException {
            reader.decRef();
        }
    }

    /** Opens what is shown by now. */
    public View open() {
        asked.run();
        while (true) {
            var reader = shown;
            if (reader == null) {
                refreshIfClosed();
            } else if (reader.tryIncRef()) {
                return new View(reader);
            }
        }
    }

    private synchronized void refreshIfClosed() {
        if (shown == null) {
            refresh();
        }
    }

    /** Shows everything that has been written by now, to every search that begins after this. */
    public synchronized void refresh() {
        if (!isLocal) {
            return;
        }
        // Another index may have taken the place of the one before.
        var present = mapping.scope(ServiceDocument.class);
        var fresh = warmed(present);
        scope = present;
        show(fresh);
    }

    /** Opens another index and warms it, so that to show it later takes no time.
     *  @return to be closed after that */
    public View prepare(SearchMapping next) {
        return new View(warmed(next.scope(ServiceDocument.class)));
    }

    private IndexReader warmed(SearchScope<ServiceDocument> present) {
        present.workspace().refresh();
        var fresh = present.extension(LuceneExtension.get()).openIndexReader();
        try {
            fresh.leaves().forEach(segment -> warmer.accept(segment.reader()));
        } catch (RuntimeException e) {
            release(fresh);
            throw e;
        }
        return fresh;
    }

    private void show(@Nullable IndexReader fresh) {
        var before = shown;
        shown = fresh;
        if (before != null) {
            release(before);
        }
    }

    private static void release(IndexReader reader) {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the index cannot be closed", e);
        }
    }

    @Override
    public synchronized void close() {
        show(null);
    }
}
