package org.nowrongdoor.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.nowrongdoor.problem.ProblemKind;

/** Cuts off whoever sends a body drop by drop. */
@Singleton
public class SlowBody {

    private static final int PRIORITY = 940;

    private final HttpLimits limits;
    private final VertxProblems problems;

    public SlowBody(HttpLimits limits, VertxProblems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
    }

    private void watch(RoutingContext context) {
        if (!context.request().isEnded() && !context.normalizedPath().equals("/imports")) {
            var timer =
                    context.vertx().setTimer(TimeUnit.SECONDS.toMillis(limits.bodySeconds()), late -> giveUp(context));
            context.addEndHandler(done -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }

    private void giveUp(RoutingContext context) {
        if (!context.request().isEnded()) {
            problems.answer(
                    context, ProblemKind.REQUEST_TIMEOUT, "the body must arrive within " + limits.bodySeconds() + " s");
            context.request().connection().close();
        }
    }
}
