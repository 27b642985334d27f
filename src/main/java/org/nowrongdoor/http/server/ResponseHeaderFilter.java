package org.nowrongdoor.http.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;

/** What every answer tells a browser: guess no type, send no referrer, run nothing, keep nothing unless told otherwise. */
@Singleton
public class ResponseHeaderFilter {

    private static final int PRIORITY = 2000;

    private static final Pattern QUESTION =
            Pattern.compile("(^|&)(search|q|place|postal_code|postcode|proximity|lat|lon)=");

    private static final Set<String> WRITTEN_WITH_CHARSET = Set.of(MediaTypes.JSON, "application/fhir+json");

    private static final String CSP = "Content-Security-Policy";

    // A page of ours has no script and loads nothing from elsewhere; a page that needs more says so itself.
    private static final String BARE_PAGE =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Swagger UI writes its own style and script into the page.
    private static final String SWAGGER_PAGE =
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(this::promise, PRIORITY);
    }

    private void promise(RoutingContext context) {
        context.addHeadersEndHandler(
                done -> complete(context.request(), context.response().headers()));
        context.next();
    }

    private static void complete(HttpServerRequest request, MultiMap headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.remove(HttpHeaders.SET_COOKIE);
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && WRITTEN_WITH_CHARSET.contains(type)) {
            // As the writer of a body says it; where there is none (HEAD) nothing else does.
            headers.set(HttpHeaders.CONTENT_TYPE, type + ";charset=UTF-8");
        }
        if (type != null && type.startsWith("text/html") && !headers.contains(CSP)) {
            headers.set(CSP, request.path().startsWith("/q/") ? SWAGGER_PAGE : BARE_PAGE);
        }
        if ("https".equals(request.scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL) || asksInUrl(request) || asksInBody(request)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean asksInBody(HttpServerRequest request) {
        return !request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD);
    }

    // A cache keeps the URL with the answer, and with it what someone looked for and where.
    private static boolean asksInUrl(HttpServerRequest request) {
        return request.query() != null && QUESTION.matcher(request.query()).find();
    }
}
