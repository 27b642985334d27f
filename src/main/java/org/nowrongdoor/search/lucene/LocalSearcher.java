package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.query.Criterion;
import org.nowrongdoor.search.withheld.OutdatedDocuments;

/** Searcher of a local index for one request, without scores and in no order. */
public final class LocalSearcher {

    /** A lead that finds one document in so many or fewer is iterated; else documents are tested 64 at once. */
    private static final int FEW = 64;

    /** After so many documents the time is looked at. */
    private static final int WINDOW = 8192;

    private final SearchScope<ServiceDocument> scope;
    private final IndexSearcher searcher;
    private final OutdatedDocuments outdated;
    private final Map<Criterion, QueryDecomposer> found = new HashMap<>();
    private @Nullable Weight outdatedWeight;
    private final Map<Integer, Optional<Bits>> accepted = new HashMap<>();

    /** @param outdated what is walked over as if it were deleted */
    public LocalSearcher(SearchScope<ServiceDocument> scope, IndexReader reader, OutdatedDocuments outdated) {
        this.scope = scope;
        this.outdated = outdated;
        searcher = new IndexSearcher(reader);
    }

    /** Makes what attends to the documents of a segment. */
    public interface Walker {
        LeafCollector in(LeafReaderContext segment) throws IOException;
    }

    /** Walks over all that a query finds, segment by segment. */
    public void walk(Query query, Walker walker) throws IOException {
        Deadline.check();
        var weight = QueryDecomposer.weight(searcher, query);
        var parts = QueryDecomposer.areInBits(query) ? QueryDecomposer.of(searcher, query) : null;
        for (var segment : searcher.getIndexReader().leaves()) {
            if (parts != null && areMany(weight, segment) && parts.in(segment) instanceof BitSetMatcher bits) {
                var walk = walker.in(segment);
                walk(bits, segment.reader().maxDoc(), accepted(segment), walk);
                walk.finish();
                continue;
            }
            var documents = weight.bulkScorer(segment);
            if (documents != null) {
                var walk = walker.in(segment);
                walk(documents, segment.reader().maxDoc(), accepted(segment), walk);
                walk.finish();
            }
        }
    }

    private static void walk(BulkScorer documents, int most, @Nullable Bits accepted, LeafCollector walk)
            throws IOException {
        for (var next = 0; next < most; ) {
            Deadline.check();
            next = documents.score(walk, accepted, next, Math.min(most, next + WINDOW));
        }
    }

    private static boolean areMany(Weight weight, LeafReaderContext segment) throws IOException {
        var documents = weight.scorerSupplier(segment);
        return documents != null && documents.cost() > segment.reader().maxDoc() / FEW;
    }

    /** The documents of a segment that may be found; null where all may. */
    private @Nullable Bits accepted(LeafReaderContext segment) throws IOException {
        var known = accepted.get(segment.ord);
        if (known == null) {
            known = Optional.ofNullable(outdated.isEmpty() ? segment.reader().getLiveDocs() : withoutOutdated(segment));
            accepted.put(segment.ord, known);
        }
        return known.orElse(null);
    }

    private @Nullable Bits withoutOutdated(LeafReaderContext segment) throws IOException {
        var live = segment.reader().getLiveDocs();
        var old = outdatedIn().scorer(segment);
        if (old == null) {
            return live;
        }
        var most = segment.reader().maxDoc();
        var accepted = new FixedBitSet(most);
        for (var document = 0; document < most; document++) {
            if (live == null || live.get(document)) {
                accepted.set(document);
            }
        }
        var documents = old.iterator();
        for (var document = documents.nextDoc(); document < most; document = documents.nextDoc()) {
            accepted.clear(document);
        }
        return accepted;
    }

    private Weight outdatedIn() throws IOException {
        var known = outdatedWeight;
        if (known == null) {
            known = QueryDecomposer.weight(searcher, query(outdated::in));
            outdatedWeight = known;
        }
        return known;
    }

    private static void walk(BitSetMatcher bits, int most, @Nullable Bits accepted, LeafCollector walk)
            throws IOException {
        for (var first = 0; first < most; first += Long.SIZE) {
            if (first % WINDOW == 0) {
                Deadline.check();
            }
            for (var word = bits.word(first >> 6); word != 0; word &= word - 1) {
                var document = first + Long.numberOfTrailingZeros(word);
                if (document < most && (accepted == null || accepted.get(document))) {
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
