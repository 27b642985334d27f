package org.nowrongdoor.exchange.upload;

import io.netty.channel.EventLoop;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.LoggedCause;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** A file on its way. All but the writing happens on the event loop of its connection. */
final class UploadArrival {

    private static final Logger LOG = Logger.getLogger(UploadArrival.class);

    // 64 KB in 30 s, as for answers that are read as they are written: a modem of thirty years ago was faster.
    private static final int LEAST_BYTES = 65_536;

    // Long enough for an answer to be read, short enough to spare the rest of a large file.
    private static final long LINGER_MILLIS = 2_000;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final UploadLimiter.Ticket ticket;
    private final Tools tools;
    private final UniEmitter<? super Upload> whenHere;
    private final EventLoop loop;
    private Buffer waiting = Buffer.buffer();
    private @Nullable UploadBuffer file;
    private long received;
    private long seen;
    private long timer;
    private boolean isWriting;
    private boolean hasEnded;
    private boolean isOver;

    /** What every upload needs.
     *  @param disk writes, one piece after the other */
    record Tools(ExchangeConfig limits, Path folder, ExecutorService disk) {}

    UploadArrival(
            RoutingContext context, UploadLimiter.Ticket ticket, Tools tools, UniEmitter<? super Upload> whenHere) {
        this.context = context;
        this.request = context.request();
        this.ticket = ticket;
        this.tools = tools;
        this.whenHere = whenHere;
        this.loop = ((ConnectionBase) request.connection()).channel().eventLoop();
    }

    void begin() {
        loop.execute(this::listen);
    }

    private void listen() {
        timer = context.vertx()
                .setPeriodic(TimeUnit.SECONDS.toMillis(tools.limits.uploadSeconds()), late -> loop.execute(this::look));
        if (request.isEnded()) {
            // Without a body, or under another spelling of the path, where bodies are taken in whole.
            var body = context.body().buffer();
            if (body != null) {
                add(body);
            }
            ended();
            return;
        }
        request.exceptionHandler(gone -> giveUp(
                        ProblemException.of(ProblemKind.INVALID_BODY, "the file did not come in whole: send it again")))
                .endHandler(whole -> ended())
                .handler(this::add);
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        request.resume();
    }

    private void look() {
        if (!isWriting && received - seen < LEAST_BYTES) {
            giveUp(ProblemException.of(
                    ProblemKind.REQUEST_TIMEOUT,
                    "an upload must bring at least " + LEAST_BYTES + " bytes in " + tools.limits.uploadSeconds()
                            + " s. Send it over a faster line."));
        }
        seen = received;
    }

    private void add(Buffer part) {
        if (isOver) {
            return;
        }
        received += part.length();
        waiting.appendBuffer(part);
        if (received > tools.limits.maxUpload().asLongValue()) {
            giveUp(ProblemException.of(
                    ProblemKind.PAYLOAD_TOO_LARGE,
                    "a file may have at most " + tools.limits.maxUpload().asLongValue() + " bytes; split it"));
        } else if (waiting.length() >= LEAST_BYTES && !request.isEnded()) {
            request.pause();
            write();
        }
    }

    private void ended() {
        hasEnded = true;
        if (!isOver && !isWriting) {
            write();
        }
    }

    private void write() {
        try {
            ticket.hold(waiting.length());
        } catch (ProblemException e) {
            giveUp(e);
            return;
        }
        var bytes = ByteBuffer.wrap(waiting.getBytes());
        waiting = Buffer.buffer();
        isWriting = true;
        tools.disk.execute(() -> {
            var failure = store(bytes);
            loop.execute(() -> written(failure));
        });
    }

    private @Nullable IOException store(ByteBuffer bytes) {
        try {
            if (file == null) {
                file = UploadBuffer.in(tools.folder);
            }
            if (tools.folder.toFile().getUsableSpace()
                    < tools.limits.spareDisk().asLongValue()) {
                return new IOException("what is left of the disk is spared");
            }
            file.write(bytes);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private void written(@Nullable IOException failure) {
        isWriting = false;
        if (isOver) {
            closeFile();
        } else if (failure != null) {
            LOG.warn("an upload could not be written", LoggedCause.of(failure));
            giveUp(ProblemException.of(
                    ProblemKind.INSUFFICIENT_STORAGE,
                    "the server has no room on its disk for this file. Try again later, or tell the operator."));
        } else if (!hasEnded) {
            request.resume();
        } else if (waiting.length() > 0) {
            write();
        } else if (file != null) {
            end();
            whenHere.complete(new Upload(file, ticket));
        }
    }

    private void giveUp(ProblemException why) {
        if (isOver) {
            return;
        }
        end();
        ticket.end();
        if (!isWriting) {
            closeFile();
        }
        refuse(context, why);
        whenHere.fail(why);
    }

    private void end() {
        isOver = true;
        context.vertx().cancelTimer(timer);
    }

    private void closeFile() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            LOG.warn("could not close an uploaded file", LoggedCause.of(e));
        }
    }

    /** Lets the rest of a body go by while the answer is read, and closes the connection then. */
    static void refuse(RoutingContext context, ProblemException why) {
        var response = context.response();
        if (why.kind() == ProblemKind.TOO_MANY_REQUESTS && !response.headWritten()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        var request = context.request();
        if (request.isEnded() || response.closed()) {
            return;
        }
        if (!response.headWritten()) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        request.exceptionHandler(gone -> {})
                .endHandler(whole -> {})
                .handler(rest -> {})
                .resume();
        context.vertx().setTimer(LINGER_MILLIS, late -> request.connection().close());
    }
}
