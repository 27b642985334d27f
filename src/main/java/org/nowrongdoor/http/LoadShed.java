package org.nowrongdoor.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.nowrongdoor.problem.ProblemKind;

/** Sends away at once what could only be answered late, so that what is let in is answered soon. */
@Singleton
public class LoadShed {

    // Before anything that costs.
    private static final int PRIORITY = 1500;

    private final HttpLimits limits;
    private final VertxProblems problems;
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

    public LoadShed(HttpLimits limits, VertxProblems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext context) {
        var path = context.normalizedPath();
        // Whoever watches the server must be able to, most of all now.
        if (path.startsWith("/q/")) {
            context.next();
            return;
        }
        // The feed is waited on for up to 30 s; that is no work.
        var isWait = path.equals("/changes");
        var count = isWait ? waiting : working;
        var most = isWait ? limits.waiting() : limits.inFlight();
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.answer(
                    context, ProblemKind.UNAVAILABLE, "the server has as much to do as it can; try again in 1 s");
            return;
        }
        context.addEndHandler(done -> count.decrementAndGet());
        context.next();
    }
}
