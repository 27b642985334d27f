package org.nowrongdoor.http.request;

import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** The path of a request as the framework matches it to an endpoint. What is done by path outside an endpoint (admission,
 *  limits, caches, the log) asks here, so that no spelling of a path passes by. */
public final class RoutePath {

    private static final String KEY = "directory.route-path";

    // The router resolves dots and decodes what needs no encoding; it does not look at slashes that stand twice or at
    // the end.
    private static final Pattern NO_PART_OF_ROUTE = Pattern.compile("/+(?=/|$)");

    private static final String CHANGES = "/changes";

    private RoutePath() {}

    /** The path without what the framework does not look at; {@code /} for the root. */
    public static String of(RoutingContext context) {
        if (context.get(KEY) instanceof String known) {
            return known;
        }
        var path = of(context.normalizedPath());
        context.put(KEY, path);
        return path;
    }

    static String of(String normalized) {
        var path = NO_PART_OF_ROUTE.matcher(normalized).replaceAll("");
        return path.isEmpty() ? "/" : path;
    }

    /** Whether a request may wait for changes; waiting is no work. */
    public static boolean isFeed(RoutingContext context) {
        return of(context).equals(CHANGES);
    }
}
