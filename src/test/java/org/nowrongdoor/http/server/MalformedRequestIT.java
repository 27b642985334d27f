package org.nowrongdoor.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.RunningServer;
import org.nowrongdoor.support.RawConnection;

/** The packaged server reads heads as strictly as {@link MalformedRequestTest} wants. */
class MalformedRequestIT {

    private static final String POST = "POST /search HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    private static final String SMUGGLED = "GET /lenses HTTP/1.1\r\nHost: a\r\n\r\n";

    @Test
    void whatCanBeReadTwiceIsRefusedOnceWithAProblem() throws Exception {
        try (var server = RunningServer.onNewData().start().awaitReady()) {
            int port = server.uri("/").getPort();
            for (var head : List.of(
                    "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                    "Content-Length: 2\r\nTransfer-Encoding: xchunked\r\n\r\n{}",
                    "Host: b\r\nContent-Length: 2\r\n\r\n{}",
                    "X: a\r\n b\r\nContent-Length: 2\r\n\r\n{}",
                    "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n")) {
                var reply = RawConnection.send(port, POST + head + SMUGGLED);
                assertEquals(List.of(400), reply.statuses(), head + reply.text());
                assertTrue(reply.isClosed(), head);
                assertTrue(reply.text().contains("/problems/malformed-request"), reply.text());
                assertTrue(reply.text().contains("X-Content-Type-Options: nosniff"), reply.text());
            }
            assertEquals(
                    List.of(200),
                    RawConnection.send(port, "GET / HTTP/1.0\r\n\r\n").statuses());
            assertEquals(
                    List.of(200, 200, 400),
                    RawConnection.send(port, SMUGGLED + SMUGGLED + "GET / HTTP/1.1\r\nHost:\r\n\r\n" + SMUGGLED)
                            .statuses());
        }
    }
}
