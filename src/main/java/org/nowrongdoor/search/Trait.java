package org.nowrongdoor.search;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Something that documents have or have not, looked at beside one document at a time instead of asked of the whole
 *  index. What is seen is a number with one bit for each of the things that were looked for. */
interface Trait {

    int MOST_SETS = Long.SIZE;

    /** What no document has. */
    Trait NONE = segment -> document -> 0;

    /** Looks at the documents of one segment, which must come in growing order. */
    Look in(LeafReaderContext segment) throws IOException;

    interface Look {
        long at(int document) throws IOException;
    }

    /** A keyword field with values to aggregate by holds any value of the first set, of the second, and so on.
     *  @param sets {@link #MOST_SETS} at most */
    static Trait carrying(String field, List<Set<String>> sets) {
        var values = sets.stream().flatMap(Set::stream).distinct().toList();
        return segment -> {
            var carried = DocValues.getSortedSet(segment.reader(), field);
            var ordinals = new long[values.size()];
            var seen = new long[values.size()];
            var known = 0;
            for (var value : values) {
                var ordinal = carried.lookupTerm(new BytesRef(value));
                if (ordinal >= 0) {
                    ordinals[known] = ordinal;
                    seen[known++] = bits(value, sets);
                }
            }
            var count = known;
            return document -> {
                var all = 0L;
                if (count > 0 && carried.advanceExact(document)) {
                    for (var left = carried.docValueCount(); left > 0; left--) {
                        var ordinal = carried.nextOrd();
                        for (var i = 0; i < count; i++) {
                            if (ordinals[i] == ordinal) {
                                all |= seen[i];
                            }
                        }
                    }
                }
                return all;
            };
        };
    }

    private static long bits(String value, List<Set<String>> sets) {
        var bits = 0L;
        for (var set = 0; set < sets.size(); set++) {
            if (sets.get(set).contains(value)) {
                bits |= 1L << set;
            }
        }
        return bits;
    }

    /** A query finds it: one bit. */
    static Trait found(IndexSearcher searcher, Query query) throws IOException {
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        return segment -> new Found(weight, segment);
    }

    /** Asks the query of a segment when the first document of it is looked at. */
    final class Found implements Look {

        private final Weight weight;
        private final LeafReaderContext segment;
        private boolean isAsked;
        private @Nullable DocIdSetIterator near;
        private @Nullable TwoPhaseIterator sure;

        private Found(Weight weight, LeafReaderContext segment) {
            this.weight = weight;
            this.segment = segment;
        }

        @Override
        public long at(int document) throws IOException {
            if (!isAsked) {
                isAsked = true;
                ask();
            }
            return near != null
                            && (near.docID() < document ? near.advance(document) : near.docID()) == document
                            && (sure == null || sure.matches())
                    ? 1
                    : 0;
        }

        private void ask() throws IOException {
            var scorer = weight.scorer(segment);
            if (scorer != null) {
                sure = scorer.twoPhaseIterator();
                near = sure == null ? scorer.iterator() : sure.approximation();
            }
        }
    }
}
