package org.nowrongdoor.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-open connection that asks, with as little work of its own as a client can do: an answer is read into one
 *  buffer that is used again. Answers must say how long they are. */
final class Connection implements Closeable {

    private static final String LENGTH = "content-length: ";
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final int LONGEST_HEAD = 4096;

    private final SocketChannel channel;
    private final byte[] head = new byte[LONGEST_HEAD];
    private ByteBuffer answer = ByteBuffer.allocateDirect(1 << 18);
    private int end;
    private boolean isOk;

    Connection(int port) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
    }

    /** A whole {@code POST} of JSON. */
    static byte[] request(String path, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        return ("POST " + path + " HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + END_OF_HEAD + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    SocketChannel channel() {
        return channel;
    }

    /** Sends a request and forgets the answer before it. */
    void ask(byte[] request) throws IOException {
        answer.clear();
        end = 0;
        var left = ByteBuffer.wrap(request);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** Whether the answer that was read is 200. */
    boolean isOk() {
        return isOk;
    }

    /** Reads what has come.
     *  @return whether the answer is whole
     *  @throws IOException when the answer does not say how long it is */
    boolean read() throws IOException {
        if (channel.read(answer) < 0) {
            throw new EOFException();
        }
        if (end == 0) {
            readHead();
        }
        return end > 0 && answer.position() >= end;
    }

    private void readHead() throws IOException {
        var length = Math.min(answer.position(), LONGEST_HEAD);
        answer.get(0, head, 0, length);
        var said = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        var at = said.indexOf(END_OF_HEAD);
        if (at < 0) {
            return;
        }
        var lines = said.substring(0, at + 2).toLowerCase(Locale.ROOT);
        var from = lines.indexOf(LENGTH);
        if (from < 0) {
            throw new IOException(said);
        }
        isOk = lines.startsWith("http/1.1 200 ");
        end = at + END_OF_HEAD.length()
                + Integer.parseInt(lines.substring(from + LENGTH.length(), lines.indexOf('\r', from)));
        if (end > answer.capacity()) {
            answer = ByteBuffer.allocateDirect(end).put(answer.flip());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
