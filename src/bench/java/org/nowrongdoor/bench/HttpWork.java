package org.nowrongdoor.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;

/** Searches sent one after the other over one connection. */
public final class HttpWork implements Load.Work {

    private final Connection connection;
    private final List<byte[]> bodies;

    private HttpWork(Connection connection, List<byte[]> bodies) {
        this.connection = connection;
        this.bodies = bodies;
    }

    /** A new connection for each worker, which sends these bodies in turn. */
    public static Callable<HttpWork> of(int port, List<String> bodies) {
        var bytes = bodies.stream().map(body -> body.getBytes(StandardCharsets.UTF_8)).toList();
        return () -> new HttpWork(new Connection(port), bytes);
    }

    @Override
    public void once(int number) throws Exception {
        connection.post("/search", bodies.get(Math.floorMod(number, bodies.size())));
    }
}
