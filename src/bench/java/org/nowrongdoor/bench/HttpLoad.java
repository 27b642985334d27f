package org.nowrongdoor.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/** Searches sent over some connections, each of which asks again as soon as it is answered. One thread attends to all of
 *  them, so that what is measured is the server and not the turns of many waiting threads. */
public final class HttpLoad {

    private HttpLoad() {}

    /** What was answered, and how often the answer was another one than 200. */
    public record Answered(Load.Result result, long refused) {}

    /** Asks for so many seconds.
     *  @param bodies of {@code POST /search}, sent in turn
     *  @throws IOException when an answer is not 200 */
    public static Load.Result run(int port, int connections, double seconds, List<String> bodies) throws Exception {
        var end = System.nanoTime() + (long) (seconds * 1e9);
        var answered = run(port, connections, () -> System.nanoTime() >= end, bodies);
        if (answered.refused() > 0) {
            throw new IOException(answered.refused() + " answers were not 200");
        }
        return answered.result();
    }

    /** Asks until something is over.
     *  @param bodies of {@code POST /search}, sent in turn */
    public static Answered run(int port, int connections, BooleanSupplier isOver, List<String> bodies)
            throws Exception {
        var requests = bodies.stream()
                .map(body -> Connection.request("/search", body))
                .toList();
        var open = new ArrayList<Asking>();
        try (var selector = Selector.open()) {
            var cpu = Load.cpu();
            var started = System.nanoTime();
            for (var i = 0; i < connections; i++) {
                var asking = new Asking(new Connection(port), requests, i * 7919);
                open.add(asking);
                asking.connection.channel().register(selector, SelectionKey.OP_READ, asking);
                asking.ask();
            }
            var durations = LongStream.builder();
            var waiting = connections;
            var refused = 0L;
            while (waiting > 0) {
                selector.select();
                for (var key : selector.selectedKeys()) {
                    var asking = (Asking) key.attachment();
                    if (!asking.connection.read()) {
                        continue;
                    }
                    var now = System.nanoTime();
                    if (asking.connection.isOk()) {
                        durations.add(now - asking.asked);
                    } else {
                        refused++;
                    }
                    if (!isOver.getAsBoolean()) {
                        asking.ask();
                    } else {
                        waiting--;
                    }
                }
                selector.selectedKeys().clear();
            }
            return new Answered(Load.result(durations.build().toArray(), started, cpu), refused);
        } finally {
            for (var asking : open) {
                asking.connection.close();
            }
        }
    }

    /** One connection and what it asks. */
    private static final class Asking {

        private final Connection connection;
        private final List<byte[]> requests;
        private int number;
        private long asked;

        private Asking(Connection connection, List<byte[]> requests, int number) {
            this.connection = connection;
            this.requests = requests;
            this.number = number;
        }

        private void ask() throws IOException {
            asked = System.nanoTime();
            connection.ask(requests.get(Math.floorMod(number++, requests.size())));
        }
    }
}
