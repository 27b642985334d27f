package org.nowrongdoor.search.collect;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;

/** Counts the values of one field over documents that come one by one. */
final class FacetCounter {

    private final String field;
    private final Map<String, Long> counts = new HashMap<>();

    /** @param field keywords with values to aggregate by */
    FacetCounter(String field) {
        this.field = field;
    }

    /** How often each value was there. */
    Map<String, Long> counts() {
        return counts;
    }

    InSegment in(LeafReaderContext segment) throws IOException {
        return new InSegment(DocValues.getSortedSet(segment.reader(), field));
    }

    final class InSegment {

        private final SortedSetDocValues values;
        private final int[] seen;

        private InSegment(SortedSetDocValues values) {
            this.values = values;
            seen = new int[Math.toIntExact(values.getValueCount())];
        }

        void add(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (var left = values.docValueCount(); left > 0; left--) {
                    seen[(int) values.nextOrd()]++;
                }
            }
        }

        /** To be called after the last document. */
        void end() throws IOException {
            for (var ordinal = 0; ordinal < seen.length; ordinal++) {
                if (seen[ordinal] > 0) {
                    counts.merge(values.lookupOrd(ordinal).utf8ToString(), (long) seen[ordinal], Long::sum);
                }
            }
        }
    }
}
