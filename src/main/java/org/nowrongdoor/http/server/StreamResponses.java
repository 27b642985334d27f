package org.nowrongdoor.http.server;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.nowrongdoor.http.request.RequestWork;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Answers that are written as they are read. Each holds a thread, so there are few, and none waits long for a reader. */
@Singleton
public class StreamResponses {

    // 64 KB in 30 s: a modem of thirty years ago was faster.
    private static final long LEAST_BYTES = 65_536;

    private static final long LOOK_EVERY_MILLIS = 30_000;

    private final HttpConfig limits;
    private final RoutingContext context;
    private final AtomicInteger open = new AtomicInteger();

    public StreamResponses(HttpConfig limits, RoutingContext context) {
        this.limits = limits;
        this.context = context;
    }

    /** Makes the running request's answer a stream.
     *  @throws ProblemException UNAVAILABLE when there are as many as may be */
    public void begin() {
        if (open.incrementAndGet() > limits.streams()) {
            open.decrementAndGet();
            throw ProblemException.of(
                    ProblemKind.UNAVAILABLE, "too many streams are open. Try again in 1 s, or read page by page.");
        }
        ConcurrencyLimiter.passOn(context);
        var response = context.response();
        var seen = new AtomicLong();
        var timer = context.vertx().setPeriodic(LOOK_EVERY_MILLIS, now -> look(response, seen));
        context.addEndHandler(done -> context.vertx().cancelTimer(timer));
        RequestWork.of(context).whenOver(open::decrementAndGet);
    }

    private void look(HttpServerResponse response, AtomicLong seen) {
        var written = response.bytesWritten();
        if (response.writeQueueFull() && written - seen.get() < LEAST_BYTES) {
            response.reset();
        }
        seen.set(written);
    }
}
