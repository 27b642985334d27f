package org.nowrongdoor.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;

/** What one search asks of an index in this process, whose order does not matter. */
final class LuceneQueries {

    private final SearchScope<ServiceDocument> scope;
    private final IndexSearcher searcher;
    private final Map<Mark, Weight> weights = new HashMap<>();

    LuceneQueries(SearchScope<ServiceDocument> scope, IndexReader reader) {
        this.scope = scope;
        searcher = new IndexSearcher(reader);
    }

    /** Makes what attends to the documents of a segment. */
    interface Walker {
        LeafCollector in(LeafReaderContext segment) throws IOException;
    }

    /** Walks over all that a query finds, segment by segment. */
    void walk(Query query, Walker walker) throws IOException {
        var weight = weight(query);
        for (var segment : searcher.getIndexReader().leaves()) {
            var documents = weight.bulkScorer(segment);
            if (documents != null) {
                var walk = walker.in(segment);
                documents.score(walk, segment.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
                walk.finish();
            }
        }
    }

    Query query(Function<SearchPredicateFactory, PredicateFinalStep> predicate) {
        return LuceneMigrationUtils.toLuceneQuery(
                predicate.apply(scope.predicate()).toPredicate());
    }

    private Weight weight(Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** Made once, for all segments. */
    Weight weight(Mark.Found mark) throws IOException {
        var known = weights.get(mark);
        if (known == null) {
            known = weight(query(mark.query()));
            weights.put(mark, known);
        }
        return known;
    }
}
