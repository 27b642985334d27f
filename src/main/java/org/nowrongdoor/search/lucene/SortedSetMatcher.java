package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/** Tells which of several sets of values the keywords of a document have something in common with, in one reading. */
final class SortedSetMatcher {

    private static final int NONE = -1;

    private final SortedSetDocValues values;
    private int sets;
    /** The numbers of the sought values in this segment, growing, and the bits of the sets that hold each. */
    private long[] ordinals = {};

    private long[] bits = {};
    private int last = NONE;
    private long seen;

    SortedSetMatcher(SortedSetDocValues values) {
        this.values = values;
    }

    boolean isFull() {
        return sets == Long.SIZE;
    }

    /** Adds a set. To be asked before the first document.
     *  @return the bit that stands for it; 0 when no document of the segment can have it */
    long bitOf(Set<String> sought) throws IOException {
        var bit = 1L << sets;
        var isAny = false;
        for (var value : sought) {
            var ordinal = values.lookupTerm(new BytesRef(value));
            if (ordinal >= 0) {
                add(ordinal, bit);
                isAny = true;
            }
        }
        sets += isAny ? 1 : 0;
        return isAny ? bit : 0;
    }

    private void add(long ordinal, long bit) {
        var at = Arrays.binarySearch(ordinals, ordinal);
        if (at < 0) {
            at = -at - 1;
            ordinals = inserted(ordinals, at, ordinal);
            bits = inserted(bits, at, 0);
        }
        bits[at] |= bit;
    }

    private static long[] inserted(long[] some, int at, long one) {
        var more = Arrays.copyOf(some, some.length + 1);
        System.arraycopy(some, at, more, at + 1, some.length - at);
        more[at] = one;
        return more;
    }

    /** The bits of the sets in which a value of the document is. Documents come in growing order, one perhaps more than
     *  once. */
    long at(int document) throws IOException {
        if (document != last) {
            last = document;
            seen = values.advanceExact(document) ? read() : 0;
        }
        return seen;
    }

    /** Both the values of a document and those sought grow. */
    private long read() throws IOException {
        var found = 0L;
        var next = 0;
        for (var left = values.docValueCount(); left > 0 && next < ordinals.length; left--) {
            var ordinal = values.nextOrd();
            while (next < ordinals.length && ordinals[next] < ordinal) {
                next++;
            }
            if (next < ordinals.length && ordinals[next] == ordinal) {
                found |= bits[next];
            }
        }
        return found;
    }
}
