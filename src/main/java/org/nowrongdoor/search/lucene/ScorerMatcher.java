package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;

/** Matcher over the scorer of a query. */
final class ScorerMatcher {

    private ScorerMatcher() {}

    /** The matcher of a query in a segment. */
    static DocMatcher of(Weight query, LeafReaderContext segment) throws IOException {
        var scorer = query.scorer(segment);
        if (scorer == null) {
            return BitSetMatcher.NEVER;
        }
        var sure = scorer.twoPhaseIterator();
        if (sure != null) {
            return new NearAndSure(sure.approximation(), sure);
        }
        // What is there as bits is looked up: to go through them would be to look for the next one.
        var bits = BitSetIterator.getFixedBitSetOrNull(scorer.iterator());
        return bits == null ? new InList(scorer.iterator()) : BitSetMatcher.in(List.of(bits));
    }

    /** A query in two phases, of which the second tests the document. */
    private record NearAndSure(DocIdSetIterator near, TwoPhaseIterator sure) implements DocMatcher {
        @Override
        public boolean matches(int document) throws IOException {
            return (near.docID() < document ? near.advance(document) : near.docID()) == document && sure.matches();
        }
    }

    /** A list of documents, gone through once. */
    private static final class InList extends BitSetMatcher {

        private final DocIdSetIterator list;

        InList(DocIdSetIterator list) {
            this.list = list;
        }

        @Override
        void read(int first, long[] into) {
            Arrays.fill(into, 0);
            var start = first * Long.SIZE;
            try {
                var at = list.docID() < start ? list.advance(start) : list.docID();
                for (var end = start + into.length * Long.SIZE; at < end; at = list.nextDoc()) {
                    into[(at - start) / Long.SIZE] |= 1L << at;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
