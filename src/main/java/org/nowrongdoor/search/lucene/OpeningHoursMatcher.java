package org.nowrongdoor.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.SortedNumericDocValues;
import org.nowrongdoor.search.index.HourSpans;

/** Whether a document's hours are open at a moment, and whether that can be told; each document is read once. */
final class OpeningHoursMatcher {

    private static final int NONE = -1;

    private final SortedNumericDocValues spans;
    private final HourSpans.Clocks clocks;
    private int last = NONE;
    private boolean isOpen;
    private boolean isKnown;

    OpeningHoursMatcher(SortedNumericDocValues spans, HourSpans.Clocks clocks) {
        this.spans = spans;
        this.clocks = clocks;
    }

    boolean isOpen(int document) throws IOException {
        read(document);
        return isOpen;
    }

    boolean isKnown(int document) throws IOException {
        read(document);
        return isKnown;
    }

    private void read(int document) throws IOException {
        if (document == last) {
            return;
        }
        last = document;
        isOpen = false;
        isKnown = false;
        for (var left = spans.advanceExact(document) ? spans.docValueCount() : 0; left > 0; left--) {
            var span = spans.nextValue();
            if (span == HourSpans.ALWAYS_KNOWN) {
                isKnown = true;
            } else if (HourSpans.holds(span, clocks)) {
                isKnown |= HourSpans.isKnown(span);
                isOpen |= !HourSpans.isKnown(span);
            }
        }
    }
}
