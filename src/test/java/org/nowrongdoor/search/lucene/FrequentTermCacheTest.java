package org.nowrongdoor.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.search.index.IndexFields;

/** Which words are kept as bits hangs on the directory alone, never on what someone asks. */
class FrequentTermCacheTest {

    private static final int DOCUMENTS = 4_000;
    private static final int WORDS = 200;

    /** Has more common words than are kept. */
    private static final String MANY = IndexFields.TEXT_EN;

    /** Has fewer. */
    private static final String FEW = IndexFields.TEXT_ES;

    @ParameterizedTest
    @ValueSource(strings = {MANY, FEW})
    void keepsTheCommonestWordsWhateverIsAsked(String field) throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            write(directory);
            try (var reader = DirectoryReader.open(directory)) {
                var segment = reader.leaves().get(0).reader();
                assertNull(FrequentTermCache.of(segment, word(field, WORDS - 1)), "asked for before anything is read");
                var kept = FrequentTermCache.in(segment, field).join();
                var expected = IntStream.range(0, WORDS)
                        .filter(number ->
                                documents(segment, word(field, number)).size() >= DOCUMENTS / 64)
                        .limit(128)
                        .mapToObj(number -> word(field, number).text())
                        .collect(Collectors.toSet());
                assertEquals(
                        expected,
                        kept.keySet().stream().map(BytesRef::utf8ToString).collect(Collectors.toSet()));
                for (var text : expected) {
                    var bits = FrequentTermCache.of(segment, new Term(field, text));
                    assertNotNull(bits, text);
                    assertEquals(
                            documents(segment, new Term(field, text)), documents(new BitSetIterator(bits, 0)), text);
                }
                assertNull(FrequentTermCache.of(segment, word(field, WORDS - 1)), "a rare word was asked for and kept");
                assertEquals(1, segment.getRefCount(), "the segment is still held");
            }
        }
    }

    @Test
    void searchesDoWithoutWhatCannotBeRead() throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            write(directory);
            try (var reader = DirectoryReader.open(directory)) {
                var segment = new Unreadable(reader.leaves().get(0).reader());
                assertEquals(Map.of(), FrequentTermCache.in(segment, MANY).join());
                assertNull(FrequentTermCache.of(segment, word(MANY, 0)));
                assertEquals(1, segment.getRefCount(), "the segment is still held");
            }
        }
    }

    /** A segment whose words lie on a broken disk. */
    private static final class Unreadable extends FilterLeafReader {

        private Unreadable(LeafReader segment) {
            super(segment);
        }

        @Override
        public Terms terms(String field) throws IOException {
            throw new IOException("the words of " + field + " cannot be read");
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }

    private static void write(ByteBuffersDirectory directory) throws IOException {
        var config = new IndexWriterConfig(new WhitespaceAnalyzer());
        try (var writer = new IndexWriter(directory, config)) {
            for (var number = 0; number < DOCUMENTS; number++) {
                var document = new Document();
                document.add(new TextField(MANY, text(number, 2), Field.Store.NO));
                document.add(new TextField(FEW, text(number, 1), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    /** The words of a document. Each stands in every so many documents: the higher its number, the rarer.
     *  @param alike so many words are as common as each other */
    private static String text(int document, int alike) {
        return IntStream.range(0, WORDS)
                .filter(number -> document % (number / alike + 1) == 0)
                .mapToObj(number -> word(MANY, number).text())
                .collect(Collectors.joining(" "));
    }

    private static Term word(String field, int number) {
        return new Term(field, "w%03d".formatted(number));
    }

    private static Set<Integer> documents(LeafReader segment, Term word) {
        try {
            return documents(segment.postings(word, PostingsEnum.NONE));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<Integer> documents(DocIdSetIterator list) throws IOException {
        var found = new TreeSet<Integer>();
        while (list.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            found.add(list.docID());
        }
        return found;
    }
}
