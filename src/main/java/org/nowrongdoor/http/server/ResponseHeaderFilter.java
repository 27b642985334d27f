package org.nowrongdoor.http.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.nowrongdoor.http.request.RoutePath;

/** What every answer tells a browser: guess no type, send no referrer, run nothing, keep nothing unless told otherwise. */
@Singleton
public class ResponseHeaderFilter {

    private static final int PRIORITY = 2000;

    // What a list can be asked without telling what someone looks for. A name that is not here is taken for a
    // question.
    private static final Set<String> NO_QUESTION = Set.of(
            "page",
            "per_page",
            "format",
            "_format",
            "minimal",
            "full",
            "full_service",
            "top_only",
            "parent_id",
            "modified_after",
            "kind",
            "lang",
            "after",
            "include",
            "wait_seconds");

    // Where the path itself is a question, or a key to something.
    private static final Pattern TELLING_PATH = Pattern.compile(
            "/(?:regions|suggest|search|plan|legal-notes|answer|provider|referrals)(?:/.*)?|/fhir/Location/region-.*");

    private static final Set<String> WRITTEN_WITH_CHARSET = Set.of(MediaTypes.JSON, "application/fhir+json");

    // A tag of ours, without a suffix.
    private static final Pattern BARE_TAG = Pattern.compile("\"[A-Za-z0-9_-]{24}\"");

    private static final String IMMUTABLE = "public, immutable, max-age=86400";

    // Written as one text by the framework, which packs what is a file or comes from an endpoint.
    private static final String DESCRIPTION = "/q/openapi";

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
        context.addHeadersEndHandler(done -> {
            complete(context);
            tellCoding(context);
            keepOutOfCaches(context);
        });
        context.next();
    }

    private static void complete(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.remove(HttpHeaders.SET_COOKIE);
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && WRITTEN_WITH_CHARSET.contains(type)) {
            // As the writer of a body says it; where there is none (HEAD) nothing else does.
            headers.set(HttpHeaders.CONTENT_TYPE, type + ";charset=UTF-8");
        }
        if (type != null && type.startsWith("text/html") && !headers.contains(CSP)) {
            headers.set(CSP, RoutePath.of(context).startsWith("/q/") ? SWAGGER_PAGE : BARE_PAGE);
        }
        if ("https".equals(context.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** Tells the forms of a body apart: packed, it is not byte for byte the same.
     *  @see "RFC 9110, 8.8.3.3" */
    private static void tellCoding(RoutingContext context) {
        var headers = context.response().headers();
        if (RoutePath.of(context).equals(DESCRIPTION)) {
            headers.remove(HttpHeaders.CONTENT_ENCODING);
            headers.set(HttpHeaders.VARY, "Accept, Accept-Encoding");
        }
        var tag = headers.get(HttpHeaders.ETAG);
        var coding = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (tag != null && coding != null && BARE_TAG.matcher(tag).matches()) {
            headers.set(HttpHeaders.ETAG, tag.substring(0, tag.length() - 1) + "-" + coding + '"');
        }
    }

    private static void keepOutOfCaches(RoutingContext context) {
        var headers = context.response().headers();
        if (IMMUTABLE.equals(headers.get(HttpHeaders.CACHE_CONTROL))) {
            // Files of ours have no version in their URL: a release changes them.
            headers.set(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)
                || context.response().getStatusCode() >= 400
                || asksInBody(context.request())
                || asksInUrl(context)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean asksInBody(HttpServerRequest request) {
        return !request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD);
    }

    // A cache keeps the URL with the answer, and with it what someone looked for and where.
    private static boolean asksInUrl(RoutingContext context) {
        var query = context.request().query();
        return TELLING_PATH.matcher(RoutePath.of(context)).matches()
                || (query != null
                        && Arrays.stream(query.split("[&;]", -1))
                                .map(ResponseHeaderFilter::name)
                                .anyMatch(name -> !name.isEmpty() && !NO_QUESTION.contains(name)));
    }

    private static String name(String parameter) {
        int end = parameter.indexOf('=');
        try {
            return URLDecoder.decode(end < 0 ? parameter : parameter.substring(0, end), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "?";
        }
    }
}
