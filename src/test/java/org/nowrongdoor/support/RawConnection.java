package org.nowrongdoor.support;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Bytes sent to a server as they are, and all that comes back. */
public final class RawConnection {

    private static final int PATIENCE_MILLIS = 3_000;

    private RawConnection() {}

    /** What came back until the server closed, or had nothing more to say.
     *  @param isClosed whether the server closed the connection */
    public record Reply(String text, boolean isClosed) {

        /** The statuses of the responses, in their order. */
        public List<Integer> statuses() {
            return Pattern.compile("HTTP/1\\.[01] (\\d{3})")
                    .matcher(text)
                    .results()
                    .map(match -> Integer.valueOf(match.group(1)))
                    .toList();
        }
    }

    /** Sends a text of one byte a character to the server of the test. */
    public static Reply send(String text) throws IOException {
        return send(RestAssured.port, text);
    }

    /** Sends a text of one byte a character to a port of this machine. */
    public static Reply send(int port, String text) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return send(socket, text);
        }
    }

    /** Sends a text over a connection that is open. */
    public static Reply send(Socket socket, String text) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        var answer = new ByteArrayOutputStream();
        var isClosed = false;
        try {
            int next;
            while ((next = socket.getInputStream().read()) >= 0) {
                answer.write(next);
            }
            isClosed = true;
        } catch (SocketTimeoutException e) {
            // The server waits for more.
        } catch (SocketException e) {
            isClosed = true;
        }
        return new Reply(answer.toString(StandardCharsets.UTF_8), isClosed);
    }
}
