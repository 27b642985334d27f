package org.nowrongdoor.http.record;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links from a page of a list to others of it, as the header {@code Link} has them.
 *  @see "RFC 8288" */
final class PageLinkFormatter {

    private static final String PAGE = "page";

    private final String base;
    private final List<String> kept;

    /** @param base the list itself, as a link
     *  @param query the query that was asked, as it was written */
    PageLinkFormatter(String base, @Nullable String query) {
        this.base = base;
        this.kept = query == null
                ? List.of()
                : Arrays.stream(query.split("&", -1))
                        .filter(parameter -> !parameter.isEmpty() && !isPage(parameter))
                        .map(PageLinkFormatter::quoted)
                        .toList();
    }

    /** The first page and the last, and those next to this one. */
    String of(Page page) {
        long last = Math.max(1, page.totalPages());
        var links = new ArrayList<String>();
        if (page.pageNumber() < last) {
            links.add(link(page.pageNumber() + 1L, "next"));
        }
        if (page.pageNumber() > 1) {
            links.add(link(Math.min(page.pageNumber() - 1L, last), "prev"));
        }
        links.add(link(1, "first"));
        links.add(link(last, "last"));
        return String.join(", ", links);
    }

    private String link(long page, String relation) {
        var parameters = new ArrayList<>(kept);
        parameters.add(PAGE + "=" + page);
        return "<" + base + "?" + String.join("&", parameters) + ">; rel=\"" + relation + "\"";
    }

    private static boolean isPage(String parameter) {
        var name = parameter.split("=", 2)[0];
        return URLDecoder.decode(name, StandardCharsets.UTF_8).equals(PAGE);
    }

    // What may stand in a URL that is taken as it comes, and would end a link.
    private static String quoted(String parameter) {
        return parameter.replace("<", "%3C").replace(">", "%3E").replace("\"", "%22");
    }
}
