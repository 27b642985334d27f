package org.nowrongdoor.http.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PageTest {

    @Property
    void aListIsCutIntoAsManyPagesAsItFills(
            @ForAll @LongRange(min = 0, max = 1_000_000) long items,
            @ForAll @IntRange(min = 1, max = 500) int perPage) {
        var page = Page.of(items, new PageParameters(1, perPage), List.of());
        assertTrue(page.totalPages() * perPage >= items);
        assertTrue((page.totalPages() - 1) * perPage < items || items == 0);
        assertEquals(page.totalPages() <= 1, page.lastPage());
    }

    @Property
    void pagesFollowOneAnotherWithoutGap(
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE - 1) int page,
            @ForAll @IntRange(min = 1, max = 500) int perPage) {
        var slice = new PageParameters(page, perPage).slice();
        assertEquals(
                slice.offset() + slice.limit(),
                new PageParameters(page + 1, perPage).slice().offset());
        assertFalse(slice.offset() < 0);
    }
}
