package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.query.Criterion;

/** Documents with any of some terms, merged into one bit set before iteration: to merge postings document by document
 *  takes longer. Where the rest of a query leaves far fewer, only those are tested.
 *
 *  <p>The bit set is kept for as long as this query: one search may iterate it several times. */
public final class BitSetTermsQuery extends Query {

    /** Where the rest leaves one in so many, gathering all takes longer. */
    private static final int FAR_FEWER = 16;

    private final List<Criterion.HasAnyTerm> any;
    private final Map<LeafReader, FixedBitSet> known = new ConcurrentHashMap<>();

    public BitSetTermsQuery(List<Criterion.HasAnyTerm> any) {
        this.any = List.copyOf(any);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        var each = QueryDecomposer.weight(searcher, oneByOne());
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
                var found = each.scorerSupplier(segment);
                return found == null
                        ? null
                        : new ScorerSupplier() {
                            @Override
                            public Scorer get(long leadCost) throws IOException {
                                return leadCost < found.cost() / FAR_FEWER
                                        ? found.get(leadCost)
                                        : gathered(segment, found.cost());
                            }

                            @Override
                            public long cost() {
                                return found.cost();
                            }
                        };
            }

            @Override
            public @Nullable Scorer scorer(LeafReaderContext segment) throws IOException {
                var found = scorerSupplier(segment);
                return found == null ? null : found.get(Long.MAX_VALUE);
            }

            private Scorer gathered(LeafReaderContext segment, long cost) throws IOException {
                return new ConstantScoreScorer(
                        this, score(), mode, new BitSetIterator(documents(segment.reader()), cost));
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false; // it is kept here
            }
        };
    }

    private Query oneByOne() {
        var all = new BooleanQuery.Builder();
        for (var one : any) {
            all.add(
                    new TermInSetQuery(
                            one.field(),
                            one.values().stream().map(BytesRef::new).toList()),
                    BooleanClause.Occur.SHOULD);
        }
        return all.build();
    }

    /** The documents of a segment. */
    FixedBitSet documents(LeafReader segment) throws IOException {
        var documents = known.get(segment);
        if (documents == null) {
            documents = new FixedBitSet(segment.maxDoc());
            for (var one : any) {
                for (var value : one.values()) {
                    var list = segment.postings(new Term(one.field(), value), PostingsEnum.NONE);
                    if (list != null) {
                        documents.or(list);
                    }
                }
            }
            known.put(segment, documents);
        }
        return documents;
    }

    /** What is in it is shown to anyone who decides what may be kept. */
    @Override
    public void visit(QueryVisitor visitor) {
        oneByOne().visit(visitor.getSubVisitor(BooleanClause.Occur.FILTER, this));
    }

    /** Tells nothing of the place. */
    @Override
    public String toString(String defaultField) {
        return "gathered";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BitSetTermsQuery same && any.equals(same.any);
    }

    @Override
    public int hashCode() {
        return any.hashCode();
    }
}
