package org.nowrongdoor.search.query;

import java.util.List;
import org.nowrongdoor.search.model.SearchRequest;

/** A number that is the same for all pages of one question and tells a cursor of another one apart. It stays here: cursors
 *  are bound to it and do not hold it. */
final class CursorFingerprint {

    private CursorFingerprint() {}

    /** The client is no part of it: what is said of a person may be changed between two pages. */
    static int of(SearchRequest request) {
        return List.of(
                        String.valueOf(request.q()),
                        request.needs(),
                        String.valueOf(request.where()),
                        String.valueOf(request.require()),
                        String.valueOf(request.unknowns()),
                        String.valueOf(request.lens()),
                        String.valueOf(request.sort()),
                        String.valueOf(request.network()))
                .toString()
                .hashCode();
    }
}
