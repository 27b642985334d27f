package org.nowrongdoor.http.server;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Cuts off anyone who sends the head of a request drop by drop; no timeout of the server counts that, for it is
 *  never idle.
 *  Netty puts it before every connection that is accepted. */
public final class HeaderReadTimeout extends ChannelInitializerExtension {

    /** Seconds that a head may take. A property of the process: Netty may know this class by another loader. */
    static final String SECONDS = "no-wrong-door.head-seconds";

    private static final int DEFAULT_SECONDS = 15;

    private static final AttributeKey<Runnable> ARRIVED = AttributeKey.valueOf("no-wrong-door.head-arrived");
    private static final AttributeKey<Runnable> OVER = AttributeKey.valueOf("no-wrong-door.request-over");

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        var watch = new Watch();
        channel.attr(ARRIVED).set(watch::arrived);
        channel.attr(OVER).set(watch::over);
        channel.pipeline().addFirst(watch);
    }

    /** A head has come whole. */
    static void arrived(Channel channel) {
        run(channel.attr(ARRIVED).get());
    }

    /** The request is over; what comes now is the head of the next. */
    static void over(Channel channel) {
        run(channel.attr(OVER).get());
    }

    private static void run(@Nullable Runnable what) {
        if (what != null) {
            what.run();
        }
    }

    private static final class Watch extends ChannelInboundHandlerAdapter {

        private @Nullable ScheduledFuture<?> deadline;
        private volatile boolean isBetweenRequests = true;

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            begin(context);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (isBetweenRequests) {
                begin(context);
            }
            context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            end();
            context.fireChannelInactive();
        }

        private void begin(ChannelHandlerContext context) {
            if (deadline == null) {
                deadline = context.executor()
                        .schedule(() -> cut(context), Integer.getInteger(SECONDS, DEFAULT_SECONDS), TimeUnit.SECONDS);
            }
        }

        private static void cut(ChannelHandlerContext context) {
            var unused = context.close();
        }

        void arrived() {
            isBetweenRequests = false;
            end();
        }

        void over() {
            isBetweenRequests = true;
        }

        private void end() {
            if (deadline != null) {
                deadline.cancel(false);
                deadline = null;
            }
        }
    }
}
