package org.nowrongdoor.directory;

import org.nowrongdoor.http.Slice;
import org.nowrongdoor.storage.Sql;

/** The end of a statement that reads a stretch of a list.
 *  Lists are ordered by id alone: a name may change between two pages, an id cannot. */
final class Slices {

    private Slices() {}

    static Sql of(String idColumn, Slice slice) {
        var end = new Sql();
        if (slice.after() != null) {
            end.add("and " + idColumn + " > ?", slice.after());
        }
        return end.add("order by " + idColumn + " limit ? offset ?", slice.limit(), slice.offset());
    }
}
