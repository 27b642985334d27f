package org.nowrongdoor.http.server;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpServerOptions;

/** Puts the {@link StrictRequestDecoder} where Vert.x has put its own, in every connection that is accepted. Vert.x has no
 *  switch for it. */
public final class RequestDecoderInstaller extends ChannelInitializerExtension {

    /** The most bytes of a first line and of all headers. Properties of the process: Netty may know this class by another
     *  loader. */
    static final String LINE_BYTES = "no-wrong-door.line-bytes";

    static final String HEADER_BYTES = "no-wrong-door.header-bytes";

    // The name that Vert.x gives its decoder.
    private static final String DECODER = "httpDecoder";

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new Installer(true));
    }

    private static StrictRequestDecoder decoder() {
        return new StrictRequestDecoder(new HttpServerOptions()
                .setMaxInitialLineLength(
                        Integer.getInteger(LINE_BYTES, HttpServerOptions.DEFAULT_MAX_INITIAL_LINE_LENGTH))
                .setMaxHeaderSize(Integer.getInteger(HEADER_BYTES, HttpServerOptions.DEFAULT_MAX_HEADER_SIZE)));
    }

    /** Acts when the first bytes come; with TLS, or where HTTP/2 may be spoken, Vert.x adds its decoder later, at the end. */
    private static final class Installer extends ChannelInboundHandlerAdapter {

        private final boolean isFirst;

        private Installer(boolean isFirst) {
            this.isFirst = isFirst;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            var pipeline = context.pipeline();
            if (pipeline.get(DECODER) != null) {
                pipeline.replace(DECODER, DECODER, decoder());
            } else if (isFirst) {
                pipeline.addLast(new Installer(false));
            }
            pipeline.remove(this);
            context.fireChannelRead(bytes);
        }
    }
}
