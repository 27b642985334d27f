package org.nowrongdoor.http.record;

import java.util.Objects;

/** Which page of a list is wanted.
 *  @param page from 1
 *  @param perPage 1 to 500 */
public record PageParameters(int page, int perPage) {

    // 500: a page of full records of this size is some 5 MB.
    public static final int MOST_PER_PAGE = 500;
    public static final int DEFAULT_PER_PAGE = 25;

    /** What a caller is told who asks for a page that cannot be. */
    public static final String PAGE_BOUND = "must be 1 or more";

    /** What a caller is told who asks for pages that are too large or too small. */
    public static final String PER_PAGE_BOUND = "must be 1 to 500";

    /** The page that was asked for, else the first. */
    public static PageParameters of(ListParameters asked) {
        return new PageParameters(
                Objects.requireNonNullElse(asked.page(), 1),
                Objects.requireNonNullElse(asked.perPage(), DEFAULT_PER_PAGE));
    }

    /** The stretch of the list that the page shows. */
    public Slice slice() {
        return new Slice(null, (page - 1L) * perPage, perPage);
    }
}
