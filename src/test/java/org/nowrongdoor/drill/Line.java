package org.nowrongdoor.drill;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of a {@link Crowd}: asks, and reads what comes of it as cheaply as can be. */
final class Line {

    private static final int MOST_HEAD_BYTES = 4096;

    final SocketChannel channel;
    private final SelectionKey key;
    private final byte[] head = new byte[MOST_HEAD_BYTES];
    private int headBytes;
    private long bodyBytesLeft = -1;
    private boolean closesAfterwards;
    private ByteBuffer toSend = ByteBuffer.allocate(0);

    /** When the request was due, in nanoseconds. */
    long askedAt;

    int status;

    Line(Selector selector, SocketAddress server) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        var isConnected = channel.connect(server);
        key = channel.register(selector, isConnected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
    }

    void ask(ByteBuffer request, long now) throws IOException {
        toSend = request.duplicate();
        askedAt = now;
        headBytes = 0;
        bodyBytesLeft = -1;
        if (channel.isConnected()) {
            send();
        }
    }

    void connected() throws IOException {
        channel.finishConnect();
        send();
    }

    void send() throws IOException {
        channel.write(toSend);
        key.interestOps(toSend.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Takes what has come.
     *  @return whether the answer is whole */
    boolean take(ByteBuffer room) throws IOException {
        room.clear();
        var count = channel.read(room);
        if (count < 0) {
            throw new IOException("closed without an answer");
        }
        room.flip();
        if (bodyBytesLeft < 0) {
            takeHead(room);
        }
        if (bodyBytesLeft >= 0) {
            bodyBytesLeft -= room.remaining();
        }
        return bodyBytesLeft == 0;
    }

    private void takeHead(ByteBuffer room) throws IOException {
        while (room.hasRemaining() && headBytes < MOST_HEAD_BYTES) {
            var next = room.get();
            head[headBytes++] = next;
            if (next == '\n' && headBytes > 3 && head[headBytes - 3] == '\n') {
                var text = new String(head, 0, headBytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                status = Integer.parseInt(text, 9, 12, 10);
                var at = text.indexOf("content-length: ") + 16;
                bodyBytesLeft = Long.parseLong(text, at, text.indexOf('\r', at), 10);
                closesAfterwards = text.contains("connection: close");
                return;
            }
        }
    }

    boolean closesAfterwards() {
        return closesAfterwards;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
