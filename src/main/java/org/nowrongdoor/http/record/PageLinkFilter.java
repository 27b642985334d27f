package org.nowrongdoor.http.record;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.nowrongdoor.http.request.RoutePath;
import org.nowrongdoor.http.server.LinkResolver;

/** Tells with a page how many records there are, and where the other pages stand. */
public class PageLinkFilter {

    static final String TOTAL = "X-Total-Count";

    // Where a list leaves the page that it has written itself.
    private static final String WRITTEN = "directory.page";

    private final RoutingContext http;
    private final LinkResolver links;

    public PageLinkFilter(RoutingContext http, LinkResolver links) {
        this.http = http;
        this.links = links;
    }

    /** Has the page told of with the answer of a request. */
    static void tell(RoutingContext http, Page page) {
        http.put(WRITTEN, page);
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        var page = response.getEntity() instanceof Page entity ? entity : http.<Page>get(WRITTEN);
        if (page == null || response.getStatus() >= 400) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle(TOTAL, page.totalItems());
        // A question in a body stays out of every URL.
        if (http.request().method().equals(HttpMethod.GET)
                || http.request().method().equals(HttpMethod.HEAD)) {
            var base = links.resolve(RoutePath.of(http)).toString();
            headers.add(
                    HttpHeaders.LINK, new PageLinkFormatter(base, http.request().query()).of(page));
        }
    }
}
