package org.nowrongdoor.http.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.nowrongdoor.problem.LoggedCause;
import org.nowrongdoor.problem.ProblemKind;

/** The first look at a request, before anything is decoded, and the last word when something fails outside a resource. */
@Singleton
public class RequestLimits {

    private static final Logger LOG = Logger.getLogger(RequestLimits.class);

    // 16 KB: what common servers allow for all headers together.
    private static final int MAX_HEADER_BYTES = 16_384;

    private static final int PRIORITY = 1000;

    private final HttpConfig limits;
    private final VertxProblems problems;

    public RequestLimits(HttpConfig limits, VertxProblems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, PRIORITY);
    }

    void register(@Observes Router router) {
        router.route().order(-PRIORITY).failureHandler(this::fail);
    }

    private void look(RoutingContext context) {
        var url = new RawUrl(context.request().uri());
        if (url.uri().length() > limits.maxUrl()) {
            problems.answer(context, ProblemKind.URI_TOO_LONG, "the URL may be at most " + limits.maxUrl() + " bytes");
            return;
        }
        int headerBytes = 0;
        for (var header : context.request().headers()) {
            headerBytes += header.getKey().length() + header.getValue().length() + 4;
        }
        if (headerBytes > MAX_HEADER_BYTES) {
            problems.answer(context, ProblemKind.HEADERS_TOO_LARGE, "all headers together may be at most 16384 bytes");
            return;
        }
        if (url.parameters() > limits.maxParameters()) {
            problems.answer(
                    context,
                    ProblemKind.INVALID_PARAMETER,
                    "there may be at most " + limits.maxParameters() + " query parameters");
            return;
        }
        url.fault()
                .ifPresentOrElse(
                        fault -> problems.answer(context, ProblemKind.INVALID_PARAMETER, fault), context::next);
    }

    private void fail(RoutingContext context) {
        if (context.response().ended()) {
            // Someone was sent away while their request was still being read.
            return;
        }
        var status = context.statusCode();
        var kind = ProblemKind.findByStatus(status)
                .orElse(status >= 400 && status < 500 ? ProblemKind.INVALID_BODY : ProblemKind.INTERNAL_ERROR);
        if (kind.status >= 500 && context.failure() != null) {
            LOG.error("a request failed", LoggedCause.of(context.failure()));
        }
        problems.answer(context, kind, kind.remedy);
    }
}
