package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** A query tested document by document where the rest of a search leaves fewer documents than it finds.
 *
 *  <p>Lucene advances each clause to its next document, and conjunctions to their next common one, whether it is wanted
 *  or not. Here the first clause that decides is enough, and no clause advances beyond the current document. */
public final class PostFilterQuery extends Query {

    /** Cost of testing one document, in comparisons of two numbers. */
    private static final float COST = 50;

    private final Query query;

    public PostFilterQuery(Query query) {
        this.query = query;
    }

    /** The query that is tested. */
    Query query() {
        return query;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        var whole = QueryDecomposer.weight(searcher, query);
        return new ConstantScoreWeight(this, boost) {

            // Made where it is used: to look up words with typing errors costs more than to test some documents.
            private @Nullable QueryDecomposer parts;

            private QueryDecomposer parts() throws IOException {
                var known = parts;
                if (known == null) {
                    known = QueryDecomposer.of(searcher, query);
                    parts = known;
                }
                return known;
            }

            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
                var found = whole.scorerSupplier(segment);
                return found == null
                        ? null
                        : new ScorerSupplier() {
                            @Override
                            public Scorer get(long leadCost) throws IOException {
                                if (leadCost >= found.cost()) {
                                    return constant(found.get(leadCost));
                                }
                                return constant(matcher(segment, parts().in(segment)));
                            }

                            @Override
                            public long cost() {
                                return found.cost();
                            }
                        };
            }

            @Override
            public @Nullable Scorer scorer(LeafReaderContext segment) throws IOException {
                var found = whole.scorer(segment);
                return found == null ? null : constant(found);
            }

            private Scorer constant(Scorer found) {
                var sure = found.twoPhaseIterator();
                return sure == null ? new ConstantScoreScorer(this, score(), mode, found.iterator()) : constant(sure);
            }

            private Scorer constant(TwoPhaseIterator sure) {
                return new ConstantScoreScorer(this, score(), mode, sure);
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return whole.isCacheable(segment);
            }
        };
    }

    private static TwoPhaseIterator matcher(LeafReaderContext segment, DocMatcher matcher) {
        var documents = DocIdSetIterator.all(segment.reader().maxDoc());
        return new TwoPhaseIterator(documents) {
            @Override
            public boolean matches() throws IOException {
                return matcher.matches(documents.docID());
            }

            @Override
            public float matchCost() {
                return COST;
            }
        };
    }

    /** What is in it is shown to anyone who decides what may be kept. */
    @Override
    public void visit(QueryVisitor visitor) {
        query.visit(visitor.getSubVisitor(BooleanClause.Occur.FILTER, this));
    }

    /** Tells nothing of the words. */
    @Override
    public String toString(String defaultField) {
        return "looked at";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PostFilterQuery same && query.equals(same.query);
    }

    @Override
    public int hashCode() {
        return Objects.hash(PostFilterQuery.class, query);
    }
}
