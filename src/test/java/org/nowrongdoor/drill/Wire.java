package org.nowrongdoor.drill;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that asks one thing after the other, with as little of a client as can be. */
final class Wire implements AutoCloseable {

    /** An answer as it came, but for the head's counters. */
    record Answer(int status, String head, String body) {}

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** A request as it stands on the wire. */
    static byte[] request(String method, String path, String key, String body) {
        return ("%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nAccept: application/json\r\n"
                        + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
                .formatted(method, path, key, body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    Answer ask(byte[] request) throws IOException {
        out.write(request);
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("closed after " + head);
            }
            head.append((char) next);
        }
        var lower = head.toString().toLowerCase(Locale.ROOT);
        var at = lower.indexOf("content-length: ");
        var length = at < 0 ? 0 : Integer.parseInt(lower, at + 16, lower.indexOf('\r', at), 10);
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Answer(
                Integer.parseInt(lower, 9, 12, 10), head.toString().replaceAll("(?i)RateLimit[^\r]*\r\n", ""), body);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
