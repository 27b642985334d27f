package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Documents with any of very many terms, tested one by one among those that the rest of a query leaves.
 *
 *  <p>A {@code TermInSetQuery} of thousands of terms would read all their postings, wanted or not, and the query cache
 *  would keep the result. These terms are what one client fails: nothing of the client is kept. */
public final class DocValuesTermsQuery extends Query {

    /** The values of fields by their ordinals. They are of the services, not of a client. */
    private static final SegmentCache<Map<String, String[]>> VALUES = new SegmentCache<>();

    /** Cost of testing one document, in comparisons of two numbers. */
    private static final float COST = 20;

    private static final byte CARRIED = 1;
    private static final byte NOT_CARRIED = 2;

    private final String field;
    private final Set<String> keys;

    /** A query over one field.
     *  @param field keywords with values to aggregate by */
    public DocValuesTermsQuery(String field, Set<String> keys) {
        this.field = field;
        this.keys = keys;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable Scorer scorer(LeafReaderContext segment) throws IOException {
                var values = DocValues.getSortedSet(segment.reader(), field);
                return values.getValueCount() == 0
                        ? null
                        : new ConstantScoreScorer(this, score(), mode, matcher(segment.reader(), values));
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    private TwoPhaseIterator matcher(LeafReader segment, SortedSetDocValues values) {
        var names =
                VALUES.get(segment, fresh -> new ConcurrentHashMap<>()).computeIfAbsent(field, fresh -> read(values));
        var seen = new byte[names.length];
        return new TwoPhaseIterator(values) {
            @Override
            public boolean matches() throws IOException {
                for (var left = values.docValueCount(); left > 0; left--) {
                    var ordinal = (int) values.nextOrd();
                    if (seen[ordinal] == 0) {
                        seen[ordinal] = keys.contains(names[ordinal]) ? CARRIED : NOT_CARRIED;
                    }
                    if (seen[ordinal] == CARRIED) {
                        return true;
                    }
                }
                return false;
            }

            @Override
            public float matchCost() {
                return COST;
            }
        };
    }

    private static String[] read(SortedSetDocValues values) {
        try {
            var names = new String[Math.toIntExact(values.getValueCount())];
            var terms = values.termsEnum();
            for (var ordinal = 0; ordinal < names.length; ordinal++) {
                names[ordinal] = Objects.requireNonNull(terms.next()).utf8ToString();
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String defaultField) {
        return field + ": any of " + keys.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocValuesTermsQuery same && field.equals(same.field) && keys.equals(same.keys);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, keys);
    }
}
