package org.nowrongdoor.http;

/** Which page of a list is wanted.
 *  @param page from 1
 *  @param perPage 1 to 500 */
public record Paging(int page, int perPage) {

    // 500: a page of full records of this size is some 5 MB.
    static final int MOST_PER_PAGE = 500;
    static final int DEFAULT_PER_PAGE = 25;

    /** The page that was asked for, else the first. */
    public static Paging of(Asked asked) {
        return new Paging(
                asked.number("page", 1, 1, Integer.MAX_VALUE),
                asked.number("per_page", DEFAULT_PER_PAGE, 1, MOST_PER_PAGE));
    }

    /** The stretch of the list that the page shows. */
    public Slice slice() {
        return new Slice(null, (page - 1L) * perPage, perPage);
    }
}
