package org.nowrongdoor.http;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.nowrongdoor.problem.ProblemKind;

/** Refuses bodies that are too large, as soon as their length is known; imports have a limit of their own. */
@Singleton
public class BodyLimit {

    // After the handler that sets the limit of the whole server (route order -2).
    private static final int PRIORITY = 1;

    // The reader of JSON refuses with a problem at the limit itself; this one cuts off what is read otherwise.
    private static final long SLACK_BYTES = 65_536;

    private final HttpLimits limits;
    private final VertxProblems problems;

    public BodyLimit(HttpLimits limits, VertxProblems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        if (context.normalizedPath().equals("/imports")) {
            context.next();
            return;
        }
        var most = limits.maxBody().asLongValue();
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > most) {
            problems.answer(context, ProblemKind.PAYLOAD_TOO_LARGE, detail(most));
            return;
        }
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most + SLACK_BYTES);
        context.next();
    }

    static String detail(long mostBytes) {
        return "the body may be at most " + mostBytes + " bytes; send less at once, or a file to POST /imports";
    }
}
