package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.nowrongdoor.search.query.Filter;

/** Tells of the documents of one segment which filter removes each. */
public final class FilterMatchers {

    /** No filter does. */
    public static final int NONE = -1;

    /** More than one does. */
    public static final int SEVERAL = -2;

    private final DocMatcher[] certain;
    private final DocMatcher[] failing;
    /** The numbers of the filters that are bits on both sides: sixty-four documents are told at once. */
    private final int[] inBits;

    private final int[] others;
    /** By filter, which of the documents at hand it removes. */
    private final long[] removed;

    private int word = -1;
    private long byOne;
    private long bySeveral;

    public FilterMatchers(List<Filter> filters, SegmentMatchers matchers) throws IOException {
        certain = new DocMatcher[filters.size()];
        failing = new DocMatcher[filters.size()];
        removed = new long[filters.size()];
        for (var i = 0; i < certain.length; i++) {
            certain[i] = matchers.of(filters.get(i).certain());
            failing[i] = matchers.of(filters.get(i).failing());
        }
        inBits = IntStream.range(0, certain.length).filter(this::isInBits).toArray();
        others = IntStream.range(0, certain.length).filter(i -> !isInBits(i)).toArray();
    }

    private boolean isInBits(int filter) {
        return certain[filter] instanceof BitSetMatcher && failing[filter] instanceof BitSetMatcher;
    }

    /** Whether any filter removes a document. */
    public boolean isRemoved(int document) throws IOException {
        readWord(document >> 6);
        return (byOne & 1L << document) != 0 || firstOfOthers(document, 0) < others.length;
    }

    /** The number of the one filter that removes a document, or {@link #NONE} or {@link #SEVERAL}. */
    public int removing(int document) throws IOException {
        readWord(document >> 6);
        var bit = 1L << document;
        if ((bySeveral & bit) != 0) {
            return SEVERAL;
        }
        var first = firstOfOthers(document, 0);
        if (first == others.length) {
            return (byOne & bit) == 0 ? NONE : filterInBits(bit);
        }
        return (byOne & bit) != 0 || firstOfOthers(document, first + 1) < others.length ? SEVERAL : others[first];
    }

    private void readWord(int number) {
        if (number == word) {
            return;
        }
        word = number;
        byOne = 0;
        bySeveral = 0;
        for (var filter : inBits) {
            var removes =
                    ((BitSetMatcher) failing[filter]).word(number) & ~((BitSetMatcher) certain[filter]).word(number);
            removed[filter] = removes;
            bySeveral |= byOne & removes;
            byOne |= removes;
        }
    }

    private int filterInBits(long bit) {
        var at = 0;
        while ((removed[inBits[at]] & bit) == 0) {
            at++;
        }
        return inBits[at];
    }

    private int firstOfOthers(int document, int from) throws IOException {
        var at = from;
        while (at < others.length && !removes(others[at], document)) {
            at++;
        }
        return at;
    }

    private boolean removes(int filter, int document) throws IOException {
        return !certain[filter].matches(document) && failing[filter].matches(document);
    }
}
