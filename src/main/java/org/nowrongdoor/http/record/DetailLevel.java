package org.nowrongdoor.http.record;

import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.parameter.ParameterProblems;

/** How much of a record is shown. */
public enum DetailLevel {
    /** The id and when it last changed. */
    MINIMAL,
    /** What there is one of: no lists. */
    SHALLOW,
    /** Everything, nested. */
    FULL;

    /** What a list is to show. */
    public static DetailLevel ofList(@Nullable Boolean minimal, @Nullable Boolean full) {
        boolean wantsMinimal = Boolean.TRUE.equals(minimal);
        boolean wantsFull = Boolean.TRUE.equals(full);
        if (wantsMinimal && wantsFull) {
            throw ParameterProblems.parameter("minimal", "minimal and full exclude each other; ask for one of them");
        }
        if (wantsMinimal) {
            return MINIMAL;
        }
        return wantsFull ? FULL : SHALLOW;
    }

    /** What one record by its id is to show: everything unless {@code full=false}. */
    public static DetailLevel ofOne(@Nullable Boolean full) {
        return Boolean.FALSE.equals(full) ? SHALLOW : FULL;
    }
}
