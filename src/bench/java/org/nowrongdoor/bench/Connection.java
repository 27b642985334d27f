package org.nowrongdoor.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One kept-open connection that asks and waits, with as little work of its own as a client can do: an answer is read
 *  into one buffer that is used again. Answers must say how long they are. */
final class Connection implements Closeable {

    private static final String LENGTH = "content-length: ";

    private final Socket socket;
    private final InputStream in;
    private byte[] answer = new byte[1 << 18];

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /** A whole request. */
    static byte[] post(String path, byte[] json) {
        var head = "POST " + path + " HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length + "\r\n\r\n";
        return join(head, json);
    }

    /** A whole request. */
    static byte[] get(String path) {
        return join("GET " + path + " HTTP/1.1\r\nHost: bench\r\n\r\n", new byte[0]);
    }

    private static byte[] join(String head, byte[] body) {
        var first = head.getBytes(StandardCharsets.US_ASCII);
        var request = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, request, first.length, body.length);
        return request;
    }

    /** @return the size of the answer's body in bytes
     *  @throws IOException when the answer is not 200 */
    int ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var read = 0;
        var head = -1;
        while (head < 0) {
            read = more(read);
            head = endOfHead(read);
        }
        var said = new String(answer, 0, head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        var at = said.indexOf(LENGTH);
        if (at < 0) {
            throw new IOException("an answer of unknown length: " + said);
        }
        var length = Integer.parseInt(said.substring(at + LENGTH.length(), said.indexOf('\r', at)));
        var end = head + 4 + length;
        if (end > answer.length) {
            answer = Arrays.copyOf(answer, end);
        }
        while (read < end) {
            read = more(read);
        }
        if (!said.startsWith("http/1.1 200 ")) {
            throw new IOException(new String(answer, 0, end, StandardCharsets.UTF_8));
        }
        return length;
    }

    private int more(int read) throws IOException {
        var count = in.read(answer, read, answer.length - read);
        if (count < 0) {
            throw new EOFException();
        }
        return read + count;
    }

    private int endOfHead(int read) {
        for (var i = 0; i + 3 < read; i++) {
            if (answer[i] == '\r' && answer[i + 1] == '\n' && answer[i + 2] == '\r' && answer[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
