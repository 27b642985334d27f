package org.nowrongdoor.http.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/** Cuts off anyone who does not take the answer that they asked for: it lies in our memory until they do. */
@Singleton
public class ResponseWriteTimeout {

    private static final int PRIORITY = 1890;

    // What is smaller lies in the kernel's buffers, as a rule.
    private static final int SMALL_BYTES = 16_384;

    private final HttpConfig limits;
    private final ArrayDeque<Untaken> untaken = new ArrayDeque<>();
    private long untakenBytes;

    private record Untaken(Channel channel, long bytes) {}

    public ResponseWriteTimeout(HttpConfig limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
    }

    private void watch(RoutingContext context) {
        if (context.request().version() != HttpVersion.HTTP_2
                && context.request().connection() instanceof ConnectionBase connection) {
            context.addEndHandler(done -> {
                var channel = connection.channel();
                if (context.response().bytesWritten() > SMALL_BYTES || !channel.isWritable()) {
                    // A worker ends an answer before the event loop has written it.
                    channel.eventLoop().execute(() -> follow(channel));
                }
            });
        }
        context.next();
    }

    private void follow(Channel channel) {
        var buffer = channel.unsafe().outboundBuffer();
        var bytes = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        // What is written last is gone when all before it is.
        var taken = channel.writeAndFlush(Unpooled.EMPTY_BUFFER);
        if (taken.isDone()) {
            return;
        }
        var answer = new Untaken(channel, bytes);
        keep(answer);
        var timer = channel.eventLoop().schedule(() -> cut(channel), limits.answerSeconds(), TimeUnit.SECONDS);
        taken.addListener(done -> {
            timer.cancel(false);
            forget(answer);
        });
    }

    private synchronized void keep(Untaken answer) {
        untaken.add(answer);
        untakenBytes += answer.bytes;
        if (untakenBytes > limits.untakenBytes().asLongValue()) {
            // Its listener forgets it.
            cut(untaken.getFirst().channel());
        }
    }

    private static void cut(Channel channel) {
        var unused = channel.close();
    }

    private synchronized void forget(Untaken answer) {
        if (untaken.remove(answer)) {
            untakenBytes -= answer.bytes;
        }
    }
}
