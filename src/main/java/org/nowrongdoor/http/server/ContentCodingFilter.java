package org.nowrongdoor.http.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.problem.QuotedValue;

/** Refuses bodies that are packed: unpacked they could be of any size, and unread they look like broken text.
 *  @see "RFC 9110, 15.5.16" */
@Singleton
public class ContentCodingFilter {

    // Before a body is waited for.
    private static final int PRIORITY = 893;

    private static final String AS_IT_IS = "identity";

    private final VertxProblems problems;

    public ContentCodingFilter(VertxProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    void check(RoutingContext context) {
        var request = context.request();
        var codings = String.join(", ", request.headers().getAll(HttpHeaders.CONTENT_ENCODING))
                .strip();
        if (codings.isEmpty() || codings.equalsIgnoreCase(AS_IT_IS) || !RequestBodyBuffer.isAnnounced(request)) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, AS_IT_IS);
        problems.answer(
                context,
                ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                "Content-Encoding must be identity or left out, was " + QuotedValue.of(codings)
                        + ": send the body as it is");
    }
}
