package org.nowrongdoor.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.query.Criterion;

/** Looking at documents next to others finds what asking for them finds, whichever leads and whatever the query is
 *  made of. */
class PostFilterQueryTest {

    private static final int DOCUMENTS = 6_000;
    private static final int QUERIES = 1_000;
    private static final int VALUES = 12;
    private static final long SEED = 20_261_122;
    private static final List<String> FIELDS = List.of(IndexFields.NEEDS, IndexFields.TEXT_EN, IndexFields.TEXT_ES);
    private static final String LEAD = "lead";
    private static final List<Occur> OCCURS = List.of(Occur.values());

    private final Random random = new Random(SEED);

    @Test
    void findsWhatLuceneFinds() throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            write(directory);
            try (var reader = DirectoryReader.open(directory)) {
                assertTrue(reader.leaves().size() > 1, "one segment only");
                readCommonWords(reader);
                var searcher = new IndexSearcher(reader);
                var found = 0;
                for (var number = 0; number < QUERIES; number++) {
                    var query = query(3);
                    var lead = new TermQuery(new Term(LEAD, String.valueOf(random.nextInt(VALUES))));
                    var documents = documents(searcher, both(lead, new PostFilterQuery(query)));
                    assertEquals(
                            documents(searcher, both(lead, query)),
                            documents,
                            "query " + number + " of seed " + SEED + ": " + query);
                    assertEquals(
                            documents(searcher, query),
                            lookedAt(searcher, query),
                            "looked at, query " + number + " of seed " + SEED + ": " + query);
                    found += documents.size();
                }
                assertTrue(found > 10 * QUERIES, "queries that find nothing prove nothing: " + found);
            }
        }
    }

    private static void readCommonWords(DirectoryReader reader) {
        for (var segment : reader.leaves()) {
            FIELDS.forEach(
                    field -> FrequentTermCache.in(segment.reader(), field).join());
        }
    }

    private static Set<Integer> lookedAt(IndexSearcher searcher, Query query) throws IOException {
        var documents = new TreeSet<Integer>();
        var parts = QueryDecomposer.of(searcher, query);
        for (var segment : searcher.getIndexReader().leaves()) {
            var look = parts.in(segment);
            for (var document = 0; document < segment.reader().maxDoc(); document++) {
                if (look.matches(document)) {
                    documents.add(segment.docBase + document);
                }
            }
        }
        return documents;
    }

    private void write(ByteBuffersDirectory directory) throws IOException {
        try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (var number = 0; number < DOCUMENTS; number++) {
                var document = new Document();
                for (var field : FIELDS) {
                    for (var values = random.nextInt(4); values > 0; values--) {
                        document.add(new StringField(field, value(), Field.Store.NO));
                    }
                }
                document.add(new StringField(LEAD, value(), Field.Store.NO));
                writer.addDocument(document);
                if (number % (DOCUMENTS / 3) == 0) {
                    writer.commit();
                }
            }
        }
    }

    /** The lower, the oftener. */
    private String value() {
        return String.valueOf((int) Math.abs(random.nextGaussian() * VALUES / 3) % VALUES);
    }

    private Query query(int depth) {
        return switch (depth == 0 ? random.nextInt(4) : random.nextInt(9)) {
            case 0 -> new TermQuery(new Term(field(), value()));
            case 1 -> new TermInSetQuery(field(), List.of(new BytesRef(value()), new BytesRef(value())));
            case 2 -> new PrefixQuery(new Term(field(), "1"));
            case 3 -> random.nextInt(4) == 0 ? unusual() : new TermQuery(new Term(field(), value()));
            case 4 -> new ConstantScoreQuery(query(depth - 1));
            case 5 -> new BoostQuery(query(depth - 1), 2);
            case 6 -> joined(depth, Occur.FILTER, Occur.MUST);
            case 7 -> joined(depth, Occur.SHOULD, Occur.SHOULD);
            default -> joined(depth, Occur.SHOULD, OCCURS.get(random.nextInt(OCCURS.size())));
        };
    }

    private Query unusual() {
        return switch (random.nextInt(3)) {
            case 0 -> new MatchNoDocsQuery();
            case 1 -> new MatchAllDocsQuery();
            default ->
                new BitSetTermsQuery(List.of(
                        new Criterion.HasAnyTerm(field(), Set.of(value())),
                        new Criterion.HasAnyTerm(field(), Set.of(value()))));
        };
    }

    private Query joined(int depth, Occur most, Occur last) {
        var all = new BooleanQuery.Builder();
        for (var clauses = 1 + random.nextInt(3); clauses > 0; clauses--) {
            all.add(query(depth - 1), most);
        }
        return all.add(query(depth - 1), last).build();
    }

    private String field() {
        return FIELDS.get(random.nextInt(FIELDS.size()));
    }

    private static Query both(Query lead, Query query) {
        return new BooleanQuery.Builder()
                .add(lead, Occur.FILTER)
                .add(query, Occur.FILTER)
                .build();
    }

    private static Set<Integer> documents(IndexSearcher searcher, Query query) throws IOException {
        var documents = new TreeSet<Integer>();
        for (var hit : searcher.search(query, DOCUMENTS).scoreDocs) {
            documents.add(hit.doc);
        }
        return documents;
    }
}
