package org.nowrongdoor.search;

import java.io.IOException;
import java.util.List;

/** Tells beside the documents of one segment which filter removes each. */
final class FilterLooks {

    /** No filter does. */
    static final int NONE = -1;

    /** More than one does. */
    static final int SEVERAL = -2;

    private final MarkLooks.Look[] certain;
    private final MarkLooks.Look[] failing;

    FilterLooks(List<Filter> filters, MarkLooks marks) throws IOException {
        certain = new MarkLooks.Look[filters.size()];
        failing = new MarkLooks.Look[filters.size()];
        for (var i = 0; i < certain.length; i++) {
            certain[i] = marks.of(filters.get(i).certain());
            failing[i] = marks.of(filters.get(i).failing());
        }
    }

    /** Whether any filter removes a document. */
    boolean isRemoved(int document) throws IOException {
        for (var i = 0; i < certain.length; i++) {
            if (removes(i, document)) {
                return true;
            }
        }
        return false;
    }

    private boolean removes(int filter, int document) throws IOException {
        return !certain[filter].at(document) && failing[filter].at(document);
    }

    /** The number of the one filter that removes a document, or {@link #NONE} or {@link #SEVERAL}. */
    int removing(int document) throws IOException {
        var found = NONE;
        for (var i = 0; i < certain.length; i++) {
            if (removes(i, document)) {
                if (found != NONE) {
                    return SEVERAL;
                }
                found = i;
            }
        }
        return found;
    }
}
