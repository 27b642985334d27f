package org.nowrongdoor.http.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.nowrongdoor.http.request.RequestWork;
import org.nowrongdoor.http.request.RoutePath;

/** Sends away at once what could only be answered late, before anything of it is looked at. */
@Singleton
public class LoadShedder {

    // Before anything that costs.
    private static final int PRIORITY = 1500;

    private final HttpConfig limits;
    private final VertxProblems problems;
    private final ConcurrencyLimiter gate;
    private final AtomicInteger waiting = new AtomicInteger();

    public LoadShedder(HttpConfig limits, VertxProblems problems, ConcurrencyLimiter gate) {
        this.limits = limits;
        this.problems = problems;
        this.gate = gate;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext context) {
        // The feed is waited on for up to 30 s; that is no work.
        if (RoutePath.isFeed(context)) {
            admitWaiting(context);
        } else if (!ConcurrencyLimiter.isOutside(context) && gate.isFull()) {
            problems.sendAway(context);
        } else {
            context.next();
        }
    }

    private void admitWaiting(RoutingContext context) {
        if (waiting.incrementAndGet() > limits.waiting()) {
            waiting.decrementAndGet();
            problems.sendAway(context);
            return;
        }
        RequestWork.of(context).whenOver(waiting::decrementAndGet);
        context.next();
    }
}
