package org.nowrongdoor.http.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stretch of a list that is ordered by id.
 *  @param after only what follows this id; null for the beginning
 *  @param offset how many of those to pass over
 *  @param limit at most so many */
public record Slice(@Nullable UUID after, long offset, int limit) {

    /** The next stretch of a walk through the whole list. */
    public static Slice after(@Nullable UUID id, int limit) {
        return new Slice(id, 0, limit);
    }
}
