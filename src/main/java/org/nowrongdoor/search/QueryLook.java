package org.nowrongdoor.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Looks whether a query finds the document at hand. The query is asked when the first document is looked at. */
final class QueryLook implements MarkLooks.Look {

    private final Asked query;
    private final LeafReaderContext segment;
    private boolean isAsked;
    private @Nullable FixedBitSet kept;
    private @Nullable DocIdSetIterator near;
    private @Nullable TwoPhaseIterator sure;

    /** A query made ready to be asked. */
    interface Asked {
        Weight weight() throws IOException;
    }

    QueryLook(Asked query, LeafReaderContext segment) {
        this.query = query;
        this.segment = segment;
    }

    @Override
    public boolean at(int document) throws IOException {
        if (!isAsked) {
            isAsked = true;
            ask();
        }
        if (kept != null) {
            return kept.get(document);
        }
        return near != null
                && (near.docID() < document ? near.advance(document) : near.docID()) == document
                && (sure == null || sure.matches());
    }

    private void ask() throws IOException {
        var scorer = query.weight().scorer(segment);
        if (scorer != null) {
            sure = scorer.twoPhaseIterator();
            near = sure == null ? scorer.iterator() : sure.approximation();
            // What the engine has as bits is looked up: to advance would be to look for the next one.
            kept = sure == null ? BitSetIterator.getFixedBitSetOrNull(near) : null;
        }
    }
}
