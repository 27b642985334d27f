package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Weight;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.query.Criterion;

/** Searcher of a local index for one request, without scores and in no order. */
public final class LocalSearcher {

    /** A lead that finds one document in so many or fewer is iterated; else documents are tested 64 at once. */
    private static final int FEW = 64;

    private final SearchScope<ServiceDocument> scope;
    private final IndexSearcher searcher;
    private final Map<Criterion, QueryDecomposer> found = new HashMap<>();

    public LocalSearcher(SearchScope<ServiceDocument> scope, IndexReader reader) {
        this.scope = scope;
        searcher = new IndexSearcher(reader);
    }

    /** Makes what attends to the documents of a segment. */
    public interface Walker {
        LeafCollector in(LeafReaderContext segment) throws IOException;
    }

    /** Walks over all that a query finds, segment by segment. */
    public void walk(Query query, Walker walker) throws IOException {
        var weight = QueryDecomposer.weight(searcher, query);
        var parts = QueryDecomposer.areInBits(query) ? QueryDecomposer.of(searcher, query) : null;
        for (var segment : searcher.getIndexReader().leaves()) {
            if (parts != null && areMany(weight, segment) && parts.in(segment) instanceof BitSetMatcher bits) {
                var walk = walker.in(segment);
                walk(bits, segment.reader(), walk);
                walk.finish();
                continue;
            }
            var documents = weight.bulkScorer(segment);
            if (documents != null) {
                var walk = walker.in(segment);
                documents.score(walk, segment.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
                walk.finish();
            }
        }
    }

    private static boolean areMany(Weight weight, LeafReaderContext segment) throws IOException {
        var documents = weight.scorerSupplier(segment);
        return documents != null && documents.cost() > segment.reader().maxDoc() / FEW;
    }

    private static void walk(BitSetMatcher bits, LeafReader segment, LeafCollector walk) throws IOException {
        var live = segment.getLiveDocs();
        for (var first = 0; first < segment.maxDoc(); first += Long.SIZE) {
            for (var word = bits.word(first >> 6); word != 0; word &= word - 1) {
                var document = first + Long.numberOfTrailingZeros(word);
                if (document < segment.maxDoc() && (live == null || live.get(document))) {
                    walk.collect(document);
                }
            }
        }
    }

    public Query query(Function<SearchPredicateFactory, PredicateFinalStep> predicate) {
        return LuceneMigrationUtils.toLuceneQuery(
                predicate.apply(scope.predicate()).toPredicate());
    }

    /** The matchers of a criterion's query, made once for all segments. */
    QueryDecomposer parts(Criterion criterion, Supplier<Query> query) throws IOException {
        var known = found.get(criterion);
        if (known == null) {
            known = QueryDecomposer.of(searcher, query.get());
            found.put(criterion, known);
        }
        return known;
    }
}
