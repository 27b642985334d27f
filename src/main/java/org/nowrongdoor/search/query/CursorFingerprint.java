package org.nowrongdoor.search.query;

import java.util.List;
import org.nowrongdoor.search.model.SearchRequest;

/** A number that is the same for all pages of one question and tells a cursor of another one apart. */
final class CursorFingerprint {

    private CursorFingerprint() {}

    /** What she says of herself is no part of it: it leaves in a cursor. */
    static int of(SearchRequest request) {
        return List.of(
                        String.valueOf(request.q()),
                        request.needs(),
                        String.valueOf(request.where()),
                        String.valueOf(request.require()),
                        String.valueOf(request.unknowns()),
                        String.valueOf(request.lens()),
                        String.valueOf(request.sort()))
                .toString()
                .hashCode();
    }
}
