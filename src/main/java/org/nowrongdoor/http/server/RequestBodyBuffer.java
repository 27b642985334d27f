package org.nowrongdoor.http.server;

import io.netty.channel.Channel;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.nowrongdoor.http.request.RequestWork;
import org.nowrongdoor.http.request.RoutePath;
import org.nowrongdoor.problem.ProblemKind;

/** Takes a body in before any work begins for it: a caller who sends drop by drop holds no thread, and is cut off.
 *  Imports are written to the disk as they come and have limits of their own. */
@Singleton
public class RequestBodyBuffer {

    // After everything that can refuse a request by its head.
    private static final int PRIORITY = 890;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpConfig limits;
    private final BodyLimits bounds;
    private final VertxProblems problems;
    private final AtomicInteger arriving = new AtomicInteger();
    private final AtomicLong heldBytes = new AtomicLong();

    public RequestBodyBuffer(HttpConfig limits, BodyLimits bounds, VertxProblems problems) {
        this.limits = limits;
        this.bounds = bounds;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, PRIORITY);
    }

    void take(RoutingContext context) {
        var request = context.request();
        if (request.isEnded() || !isAnnounced(request) || RoutePath.of(context).equals("/imports")) {
            context.next();
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            // Off unless an operator wants it: there the framework has to read for itself.
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, bounds.mostBytes(context));
            context.next();
            return;
        }
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > bounds.mostBytes(context)) {
            refuseAsTooLarge(context);
        } else if (arriving.incrementAndGet() > limits.arriving()) {
            arriving.decrementAndGet();
            problems.sendAway(context);
        } else {
            new Arrival(context).begin();
        }
    }

    static boolean isAnnounced(HttpServerRequest request) {
        var headers = request.headers();
        return headers.contains(HttpHeaders.TRANSFER_ENCODING)
                || (headers.contains(HttpHeaders.CONTENT_LENGTH)
                        && !"0".equals(headers.get(HttpHeaders.CONTENT_LENGTH)));
    }

    private void refuseAsTooLarge(RoutingContext context) {
        problems.answer(context, ProblemKind.PAYLOAD_TOO_LARGE, bounds.detail(context));
    }

    public static String detail(long mostBytes) {
        return "the body may be at most " + mostBytes + " bytes; send less at once, or a file to POST /imports";
    }

    /** A body on its way. */
    private final class Arrival {

        private final RoutingContext context;
        private final long mostBytes;
        private final Buffer body = Buffer.buffer();
        private final long timer;
        private boolean isOver;

        Arrival(RoutingContext context) {
            this.context = context;
            this.mostBytes = bounds.mostBytes(context);
            this.timer = context.vertx().setTimer(TimeUnit.SECONDS.toMillis(limits.bodySeconds()), late -> giveUp());
        }

        void begin() {
            var request = context.request();
            context.addEndHandler(done -> end());
            RequestWork.of(context).whenOver(() -> heldBytes.addAndGet(-body.length()));
            request.handler(this::add).endHandler(whole -> arrived());
            findChannel()
                    .ifPresent(channel ->
                            channel.attr(StrictRequestDecoder.BROKEN_BODY).set(this::refuseAsBroken));
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                context.response().writeContinue();
            }
            request.resume();
        }

        private void add(Buffer part) {
            if (isOver) {
                return;
            }
            body.appendBuffer(part);
            if (heldBytes.addAndGet(part.length()) > limits.heldBytes().asLongValue()) {
                problems.sendAway(context);
            } else if (body.length() > mostBytes) {
                refuseAsTooLarge(context);
            }
        }

        private void arrived() {
            if (!end()) {
                return;
            }
            var fault = isForm() ? RawUrl.faultOfForm(body.getBytes()) : Optional.<String>empty();
            if (fault.isPresent()) {
                problems.answer(context, ProblemKind.INVALID_BODY, fault.get());
            } else {
                ((RoutingContextInternal) context).setBody(body);
                context.next();
            }
        }

        private boolean isForm() {
            var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
            return type != null && type.regionMatches(true, 0, FORM, 0, FORM.length());
        }

        private void giveUp() {
            if (end()) {
                problems.answer(
                        context,
                        ProblemKind.REQUEST_TIMEOUT,
                        "the body must arrive within " + limits.bodySeconds() + " s");
                context.request().connection().close();
            }
        }

        private void refuseAsBroken() {
            if (end()) {
                context.response().putHeader(HttpHeaders.CONNECTION, "close");
                problems.answer(
                        context,
                        ProblemKind.MALFORMED_REQUEST,
                        "the body is not valid chunked coding, or its extensions or trailers are too long");
                context.request().connection().close();
            }
        }

        private Optional<Channel> findChannel() {
            return context.request().connection() instanceof ConnectionBase connection
                    ? Optional.of(connection.channel())
                    : Optional.empty();
        }

        private boolean end() {
            if (isOver) {
                return false;
            }
            isOver = true;
            findChannel()
                    .ifPresent(channel ->
                            channel.attr(StrictRequestDecoder.BROKEN_BODY).set(null));
            context.vertx().cancelTimer(timer);
            arriving.decrementAndGet();
            return true;
        }
    }
}
