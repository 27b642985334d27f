package org.nowrongdoor.exchange.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Files that are sent to a server at once, each as slowly as a test likes. */
final class SentFiles implements AutoCloseable {

    private static final byte[] CHUNK = (" ".repeat(0xFFFF) + "\n").getBytes(StandardCharsets.US_ASCII);
    private static final String HEAD = """
            POST /imports HTTP/1.1\r
            Host: x\r
            Authorization: Bearer nwd_admin-of-the-tests\r
            Content-Type: application/x-ndjson\r
            Transfer-Encoding: chunked\r
            \r
            """;

    private final int port;
    private final List<SentFile> files = new ArrayList<>();

    SentFiles(int port) {
        this.port = port;
    }

    SentFile begin() throws IOException {
        var file = new SentFile(new Socket("localhost", port));
        files.add(file);
        file.write(HEAD.getBytes(StandardCharsets.US_ASCII));
        return file;
    }

    List<SentFile> all() {
        return List.copyOf(files);
    }

    /** The first file that is answered. */
    SentFile awaitAnswered() throws IOException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (System.nanoTime() < until) {
            for (var file : files) {
                if (file.socket.getInputStream().available() > 0) {
                    return file;
                }
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("none is answered");
    }

    List<String> answers() {
        return files.stream().map(SentFile::answer).toList();
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            file.socket.close();
        }
    }

    /** One of them. */
    static final class SentFile {

        private final Socket socket;

        private SentFile(Socket socket) {
            this.socket = socket;
        }

        /** Sends 64 KB. */
        SentFile chunk() {
            write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
            write(CHUNK);
            return write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }

        SentFile drop() {
            return write("1\r\n \r\n".getBytes(StandardCharsets.US_ASCII));
        }

        SentFile end() {
            return write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }

        private SentFile write(byte[] bytes) {
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // It was sent away meanwhile; its answer tells why.
            }
            return this;
        }

        /** What came back, up to the end of the first piece. */
        String answer() {
            try {
                socket.setSoTimeout(15_000);
                var bytes = new byte[8192];
                var count = socket.getInputStream().read(bytes);
                return new String(bytes, 0, Math.max(0, count), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
