package org.nowrongdoor.search.lucene;

import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.withheld.OutdatedDocuments;

/** A walk in blocks of bits comes to each document that is there, once, in order, and to none that was deleted. */
@QuarkusTest
class BitSetMatcherTest {

    private static final int DOCUMENTS = 10_007;

    @Inject
    CloseableSearchMapping mapping;

    @Test
    void comesToWhatIsThere() throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            write(directory);
            try (var reader = DirectoryReader.open(directory)) {
                assertTrue(reader.hasDeletions(), "nothing is deleted");
                assertIterableEquals(left(1), walked(reader, new MatchAllDocsQuery()));
                assertIterableEquals(left(3), walked(reader, new TermQuery(new Term(IndexFields.STATUS, "active"))));
            }
        }
    }

    /** Those of every so many documents that are not deleted. */
    private static List<Integer> left(int every) {
        return IntStream.range(0, DOCUMENTS)
                .filter(number -> number % every == 0 && number % 5 != 0)
                .boxed()
                .toList();
    }

    private List<Integer> walked(IndexReader reader, Query query) throws IOException {
        var documents = new ArrayList<Integer>();
        new LocalSearcher(mapping.scope(ServiceDocument.class), reader, OutdatedDocuments.NONE)
                .walk(query, segment -> new LeafCollector() {
                    @Override
                    public void setScorer(Scorable none) {}

                    @Override
                    public void collect(int document) {
                        documents.add(segment.docBase + document);
                    }
                });
        return documents;
    }

    private static void write(ByteBuffersDirectory directory) throws IOException {
        var config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
        try (var writer = new IndexWriter(directory, config)) {
            for (var number = 0; number < DOCUMENTS; number++) {
                var document = new Document();
                document.add(
                        new StringField(IndexFields.STATUS, number % 3 == 0 ? "active" : "closed", Field.Store.NO));
                document.add(new StringField(IndexFields.KIND, number % 5 == 0 ? "gone" : "service", Field.Store.NO));
                writer.addDocument(document);
            }
            writer.deleteDocuments(new Term(IndexFields.KIND, "gone"));
        }
    }
}
