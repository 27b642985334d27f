package org.nowrongdoor.http.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A page of a list as HSDA has it; beyond the end it is empty.
 *  @param size how many records this page holds
 *  @see "HSDS 3.2, API reference, Page" */
public record Page(
        long totalItems,
        long totalPages,
        int pageNumber,
        int size,
        boolean firstPage,
        boolean lastPage,
        boolean empty,
        List<ObjectNode> contents) {

    /** The page that these records make out of so many in all. */
    public static Page of(long totalItems, PageParameters paging, List<ObjectNode> contents) {
        long totalPages = (totalItems + paging.perPage() - 1) / paging.perPage();
        return new Page(
                totalItems,
                totalPages,
                paging.page(),
                contents.size(),
                paging.page() == 1,
                paging.page() >= totalPages,
                contents.isEmpty(),
                contents);
    }
}
