package org.nowrongdoor.http.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.List;
import java.util.Optional;

/** Decoder that refuses every head which two servers could read as two different requests. A refused head goes on as a
 *  request without a body, so that its answer comes in its turn; what follows on the connection is thrown away.
 *  @see "RFC 9112, 11.2 Request Smuggling" */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    /** What answers when a body turns out to be malformed; a request that waits for its body sets it. */
    static final AttributeKey<Runnable> BROKEN_BODY = AttributeKey.valueOf("no-wrong-door.broken-body");

    private final RawHead raw = new RawHead();
    private boolean isInHead = true;
    private boolean isRefused;

    StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (isRefused) {
            buffer.skipBytes(buffer.readableBytes());
            return;
        }
        int from = buffer.readerIndex();
        int known = out.size();
        super.decode(context, buffer, out);
        if (isInHead) {
            raw.read(buffer, from, buffer.readerIndex());
        }
        for (int i = known; i < out.size() && !isRefused; i++) {
            if (out.get(i) instanceof HttpRequest request) {
                isInHead = false;
                findFault(request).ifPresentOrElse(refusal -> refuse(request, refusal, out), () -> complete(request));
            } else if (out.get(i) instanceof HttpContent content
                    && content.decoderResult().isFailure()
                    && context.channel().hasAttr(BROKEN_BODY)) {
                endBody(context, out, i);
            }
            if (!isRefused && out.get(i) instanceof LastHttpContent) {
                isInHead = true;
                raw.begin();
            }
        }
    }

    /** A chunk that cannot be read: the request that waits for it answers by itself. */
    private void endBody(ChannelHandlerContext context, List<Object> out, int index) {
        var answer = context.channel().attr(BROKEN_BODY).getAndSet(null);
        if (answer != null) {
            isRefused = true;
            ReferenceCountUtil.release(out.remove(index));
            answer.run();
        }
    }

    private void refuse(HttpRequest request, RefusedHead refusal, List<Object> out) {
        isRefused = true;
        int index = out.indexOf(request);
        out.subList(index, out.size()).forEach(ReferenceCountUtil::release);
        out.subList(index, out.size()).clear();
        var headers = HeadersMultiMap.httpHeaders();
        headers.set(HttpHeaderNames.HOST, "refused");
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        // An answer to HEAD has no body, whatever else was wrong.
        var method = request.method().equals(HttpMethod.HEAD) ? HttpMethod.HEAD : HttpMethod.GET;
        var last = new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, "/refused", headers);
        last.setDecoderResult(refusal);
        out.add(last);
        out.add(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private static void complete(HttpRequest request) {
        if (HttpVersion.HTTP_1_0.equals(request.protocolVersion())) {
            // Which of two lengths counts is read differently there; after one answer it does not matter.
            request.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            if (!request.headers().contains(HttpHeaderNames.HOST)) {
                // The framework asks for one; none of our links holds it.
                request.headers().set(HttpHeaderNames.HOST, "localhost");
            }
        }
        if (!StandardMethods.NAMES.contains(request.method().name())) {
            request.setMethod(HttpMethod.valueOf(StandardMethods.OTHER));
        }
    }

    private Optional<RefusedHead> findFault(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return Optional.of(RefusedHead.of(request.decoderResult().cause(), request.headers()));
        }
        return raw.fault().or(() -> HeadRules.fault(request)).map(RefusedHead::malformed);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both");
    }

    /** The bytes of a head as they came, before lines are folded and control characters trimmed. */
    private static final class RawHead {

        private byte last = '\n';
        private boolean isFirstLine = true;
        private boolean isMisplaced;
        private boolean isSpaced;
        private boolean hasControl;

        void begin() {
            last = '\n';
            isFirstLine = true;
        }

        void read(ByteBuf buffer, int from, int to) {
            for (int i = from; i < to; i++) {
                byte next = buffer.getByte(i);
                isSpaced |= isFirstLine && (next == '\t' || (next == ' ' && last == ' '));
                isFirstLine &= next != '\n';
                isMisplaced |= last == '\n' && (next == ' ' || next == '\t' || next == ':');
                hasControl |= (next >= 0 && next < ' ' && next != '\r' && next != '\n' && next != '\t')
                        || next == 0x7f
                        || (last == '\r' && next != '\n');
                last = next;
            }
        }

        Optional<String> fault() {
            if (isSpaced) {
                return Optional.of("the first line must have one space between method, target and version, and no tab");
            }
            if (isMisplaced) {
                return Optional.of(
                        "a line of the head begins with a space or a colon. A header is a name, a colon and a"
                                + " value in one line.");
            }
            return hasControl
                    ? Optional.of("the head holds a control character; remove it, or percent-encode it in the URL")
                    : Optional.empty();
        }
    }
}
