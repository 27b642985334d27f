package org.nowrongdoor.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.AlreadyClosedException;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nowrongdoor.search.index.SearchConfig;
import org.nowrongdoor.search.index.SearchedIndex;
import org.nowrongdoor.search.index.ServiceDocument;

/** What is written to the local index is seen when it is shown, by every search alike. */
class SearchMappingProducerTest {

    private static final SearchConfig SETTINGS = new SearchConfig() {
        @Override
        public Engine engine() {
            return Engine.LUCENE;
        }

        @Override
        public Optional<String> hosts() {
            return Optional.empty();
        }

        @Override
        public boolean rebuildOnStart() {
            return false;
        }
    };

    @TempDir
    Path data;

    private CloseableSearchMapping mapping;
    private SearchedIndex index;
    private final ArrayList<LeafReader> warmed = new ArrayList<>();

    @BeforeEach
    void open() {
        var producer = new SearchMappingProducer(SETTINGS, data.toString());
        mapping = producer.open(producer.state());
        index = new SearchedIndex(mapping, SETTINGS, warmed::add, () -> {});
    }

    @AfterEach
    void close() {
        index.close();
        mapping.close();
    }

    @Test
    void whatIsWrittenIsSeenOnceItIsShown() throws IOException {
        write();
        index.refresh();
        assertEquals(1, seen());
        assertEquals(1, asked());
        write();
        assertEquals(1, seen());
        assertEquals(1, asked(), "a search by the engine sees no more than the others");
        index.refresh();
        assertEquals(2, seen());
        assertEquals(2, asked());
    }

    @Test
    void aSegmentIsWarmedBeforeItIsSeen() throws IOException {
        write();
        index.refresh();
        assertEquals(1, warmed.size());
        write();
        assertEquals(1, seen());
        index.refresh();
        assertEquals(3, warmed.size(), "both segments of the second view");
    }

    @Test
    void aViewStaysAsItWasUntilItIsClosed() throws IOException {
        write();
        index.refresh();
        var view = index.open();
        write();
        index.refresh();
        assertEquals(1, view.reader().numDocs());
        assertEquals(2, seen());
        view.close();
        assertThrows(AlreadyClosedException.class, () -> view.reader().incRef());
    }

    @Test
    void aMergeLeavesOneSegmentAndEverythingInIt() throws IOException {
        for (var number = 0; number < 5; number++) {
            write();
            index.refresh();
        }
        mapping.scope(ServiceDocument.class)
                .workspace()
                .mergeSegmentsAsync()
                .toCompletableFuture()
                .join();
        index.refresh();
        try (var view = index.open()) {
            assertEquals(1, view.reader().leaves().size());
            assertEquals(5, view.reader().numDocs());
        }
    }

    private int seen() throws IOException {
        try (var view = index.open()) {
            return view.reader().numDocs();
        }
    }

    private long asked() {
        try (var session = mapping.createSession()) {
            return session.search(ServiceDocument.class)
                    .where(f -> f.matchAll())
                    .fetchTotalHitCount();
        }
    }

    private void write() {
        var document = new ServiceDocument();
        document.id = UUID.randomUUID().toString();
        try (var session = mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.writeSync())
                .build()) {
            session.indexingPlan().addOrUpdate(document);
        }
    }
}
