package org.nowrongdoor.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;

/** Searches sent one after the other over one connection. */
public final class HttpWork implements Load.Work {

    private final Connection connection;
    private final List<byte[]> requests;

    private HttpWork(Connection connection, List<byte[]> requests) {
        this.connection = connection;
        this.requests = requests;
    }

    /** A new connection for each worker, which sends these bodies in turn. */
    public static Callable<HttpWork> of(int port, List<String> bodies) {
        var bytes = bodies.stream()
                .map(body -> Connection.post("/search", body.getBytes(StandardCharsets.UTF_8)))
                .toList();
        return () -> new HttpWork(new Connection(port), bytes);
    }

    @Override
    public void once(int number) throws Exception {
        connection.ask(requests.get(Math.floorMod(number, requests.size())));
    }
}
