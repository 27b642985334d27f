package org.nowrongdoor.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Cuts off whoever sends the head of a request drop by drop; no timeout of the server counts that, for it is never idle.
 *  Netty puts it before every connection that is accepted. */
public final class SlowHead extends ChannelInitializerExtension {

    /** The longest that a head may take. */
    static volatile int seconds = 15;

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new Watch());
    }

    /** A head has come whole. */
    static void arrived(Channel channel) {
        var watch = channel.pipeline().get(Watch.class);
        if (watch != null) {
            watch.arrived();
        }
    }

    /** The request is over; what comes now is the head of the next. */
    static void over(Channel channel) {
        var watch = channel.pipeline().get(Watch.class);
        if (watch != null) {
            watch.isBetweenRequests = true;
        }
    }

    /** No more of this: requests of one connection come side by side. */
    static void leave(Channel channel) {
        var watch = channel.pipeline().get(Watch.class);
        if (watch != null) {
            watch.arrived();
            channel.pipeline().remove(watch);
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
                deadline = context.executor().schedule(() -> cut(context), seconds, TimeUnit.SECONDS);
            }
        }

        private static void cut(ChannelHandlerContext context) {
            var unused = context.close();
        }

        void arrived() {
            isBetweenRequests = false;
            end();
        }

        private void end() {
            if (deadline != null) {
                deadline.cancel(false);
                deadline = null;
            }
        }
    }
}
