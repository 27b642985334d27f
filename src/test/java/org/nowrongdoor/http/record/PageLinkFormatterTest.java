package org.nowrongdoor.http.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLinkFormatterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "none",
            quoteCharacter = '\u0001',
            value = {
                "1 ! 60 ! none ! </x?page=2>; rel=\"next\", </x?page=1>; rel=\"first\", </x?page=3>; rel=\"last\"",
                "2 ! 60 ! page=2&per_page=25 ! </x?per_page=25&page=3>; rel=\"next\", </x?per_page=25&page=1>; rel=\"prev\","
                        + " </x?per_page=25&page=1>; rel=\"first\", </x?per_page=25&page=3>; rel=\"last\"",
                "3 ! 60 ! %70age=3 ! </x?page=2>; rel=\"prev\", </x?page=1>; rel=\"first\", </x?page=3>; rel=\"last\"",
                "9 ! 60 ! page=9 ! </x?page=3>; rel=\"prev\", </x?page=1>; rel=\"first\", </x?page=3>; rel=\"last\"",
                "1 ! 0 ! a=%20b&&pages=1 ! </x?a=%20b&pages=1&page=1>; rel=\"first\", </x?a=%20b&pages=1&page=1>; rel=\"last\"",
                "1 ! 1 ! q=<a>\" ! </x?q=%3Ca%3E%22&page=1>; rel=\"first\", </x?q=%3Ca%3E%22&page=1>; rel=\"last\""
            })
    void aPageLinksToTheOthers(int page, long total, @Nullable String query, String links) {
        var shown = Page.of(total, new PageParameters(page, 25), List.of());
        assertEquals(links, new PageLinkFormatter("/x", query).of(shown));
    }
}
