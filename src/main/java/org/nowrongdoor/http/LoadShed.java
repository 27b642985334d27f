package org.nowrongdoor.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.ProblemKind;

/** Sends away at once what could only be answered late, so that what is let in is answered soon. */
@Singleton
public class LoadShed {

    // Before anything that costs.
    private static final int PRIORITY = 1500;

    private final HttpLimits limits;
    private final VertxProblems problems;
    private final AtomicInteger arriving = new AtomicInteger();
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
        if (path.equals("/changes")) {
            count(context, waiting, limits.waiting());
        } else if (!hasBody(context)) {
            count(context, working, limits.inFlight());
        } else if (working.get() >= limits.inFlight()) {
            sendAway(context);
        } else {
            arrive(context);
        }
    }

    private static boolean hasBody(RoutingContext context) {
        var headers = context.request().headers();
        return headers.contains(HttpHeaders.TRANSFER_ENCODING)
                || (headers.contains(HttpHeaders.CONTENT_LENGTH)
                        && !"0".equals(headers.get(HttpHeaders.CONTENT_LENGTH)));
    }

    /** Whoever still sends is no work either: a thousand who send drop by drop keep nobody out. */
    private void arrive(RoutingContext context) {
        if (arriving.incrementAndGet() > limits.arriving()) {
            arriving.decrementAndGet();
            sendAway(context);
            return;
        }
        var count = new AtomicReference<@Nullable AtomicInteger>(arriving);
        context.addEndHandler(done -> {
            var held = count.getAndSet(null);
            if (held != null) {
                held.decrementAndGet();
            }
        });
        context.request().end().onSuccess(whole -> {
            if (count.compareAndSet(arriving, working)) {
                arriving.decrementAndGet();
                working.incrementAndGet();
            }
        });
        context.next();
    }

    private void count(RoutingContext context, AtomicInteger count, int most) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            sendAway(context);
            return;
        }
        context.addEndHandler(done -> count.decrementAndGet());
        context.next();
    }

    private void sendAway(RoutingContext context) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        problems.answer(context, ProblemKind.UNAVAILABLE, "the server has as much to do as it can; try again in 1 s");
    }
}
