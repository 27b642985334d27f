package org.nowrongdoor.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.http.request.RoutePath;

/** Lets pages of any site read what is open to all, without credentials. Everything else stays closed to browsers. */
@Singleton
public class CrossOriginFilter {

    // Before the answers that need no endpoint, so that a page can read a refusal too.
    private static final int PRIORITY = 960;

    private static final String ASKED =
            "authorization, content-type, accept, accept-language, if-none-match, if-modified-since";
    private static final String SHOWN =
            "ETag, Last-Modified, Location, Link, X-Total-Count, Retry-After, RateLimit, RateLimit-Policy, Content-Language";

    /** What tools of other sites load, served without an endpoint: the description, the profile, the guide to the data. */
    static final Set<String> DOCUMENTS = Set.of("/q/openapi", "/hsds-profile.json", "/data-guide.html");

    private final EndpointRegistry endpoints;

    public CrossOriginFilter(EndpointRegistry endpoints) {
        this.endpoints = endpoints;
    }

    void register(@Observes Filters filters) {
        filters.register(this::open, PRIORITY);
    }

    private void open(RoutingContext context) {
        var request = context.request();
        if (!request.headers().contains(HttpHeaders.ORIGIN)) {
            context.next();
            return;
        }
        var path = RoutePath.of(context);
        var rules = DOCUMENTS.contains(path) ? Map.of("GET", EndpointRule.read("GET", path)) : endpoints.at(path);
        var asked = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        var preflight = request.method().equals(HttpMethod.OPTIONS) && asked != null;
        var method = preflight ? asked : request.method().name();
        if (!isOpen(rules, method.equals("HEAD") ? "GET" : method)) {
            context.next();
            return;
        }
        var headers = context.response().headers();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, SHOWN);
        if (preflight) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods(rules));
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ASKED);
            headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
        }
        context.next();
    }

    private static boolean isOpen(Map<String, EndpointRule> rules, String method) {
        var rule = rules.get(method);
        return rule != null && rule.opening() == Opening.READ;
    }

    private static String methods(Map<String, EndpointRule> rules) {
        var open = new TreeSet<String>();
        rules.values().stream().filter(rule -> rule.opening() == Opening.READ).forEach(rule -> open.add(rule.method()));
        return String.join(", ", open);
    }
}
