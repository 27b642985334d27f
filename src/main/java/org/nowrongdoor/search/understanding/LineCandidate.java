package org.nowrongdoor.search.understanding;

import org.jspecify.annotations.Nullable;

/** Something that words of a line could be read as.
 *  @param text the words as they were typed
 *  @param as {@code place}, {@code need} or {@code organization}
 *  @param id of the region or the organisation; null for a need
 *  @param label its name; null for a need
 *  @param score how much speaks for it: what a cover of the line gains by it
 *  @param against why it is no place here; null where nothing says so
 *  @param isRead whether the best cover has it */
public record LineCandidate(
        String text,
        String as,
        @Nullable String id,
        @Nullable String label,
        double score,
        @Nullable String against,
        boolean isRead) {}
