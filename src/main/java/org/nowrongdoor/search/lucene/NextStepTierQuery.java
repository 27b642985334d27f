package org.nowrongdoor.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** The documents of one {@link NextStepTier}. */
public final class NextStepTierQuery extends Query {

    private final NextStepTier one;

    public NextStepTierQuery(NextStepTier one) {
        this.one = one;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public Scorer scorer(LeafReaderContext segment) throws IOException {
                return new ConstantScoreScorer(
                        this,
                        score(),
                        mode,
                        NextStepRankCache.of(segment.reader()).of(one));
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false; // it is at hand already
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String defaultField) {
        return "doors: " + one;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NextStepTierQuery same && one == same.one;
    }

    @Override
    public int hashCode() {
        return one.hashCode();
    }
}
