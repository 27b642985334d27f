package org.nowrongdoor.drill;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Callers who ask and hang up before they are answered, so many a second, from one thread. */
final class Leavers implements Runnable {

    // 100 ms: some leave before anything is begun for them, some while it is worked on, some are answered.
    private static final int STAY_MILLIS = 100;

    private record Leaver(Socket socket, long leavesAt) implements Comparable<Leaver> {
        @Override
        public int compareTo(Leaver other) {
            return Long.compare(leavesAt, other.leavesAt);
        }
    }

    private final InetSocketAddress server;
    private final List<String> requests;
    private final int perSecond;
    private final int seconds;
    private final Random random;
    private final PriorityQueue<Leaver> staying = new PriorityQueue<>();
    private final ArrayDeque<String> failures = new ArrayDeque<>();
    private int left;

    Leavers(InetSocketAddress server, List<String> requests, int perSecond, int seconds, long seed) {
        this.server = server;
        this.requests = requests;
        this.perSecond = perSecond;
        this.seconds = seconds;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        var start = System.nanoTime();
        var all = (long) perSecond * seconds;
        for (long come = 0; come < all || !staying.isEmpty(); ) {
            var now = System.nanoTime();
            for (var due = Math.min(all, (now - start) * perSecond / 1_000_000_000L); come < due; come++) {
                come();
            }
            while (!staying.isEmpty() && staying.peek().leavesAt <= now) {
                leave(staying.remove().socket);
            }
            pause();
        }
    }

    private void come() {
        try {
            var socket = new Socket();
            // A reset, as from a caller whose network is gone.
            socket.setSoLinger(true, 0);
            socket.connect(server, 10_000);
            socket.getOutputStream()
                    .write(requests.get(random.nextInt(requests.size())).getBytes(StandardCharsets.US_ASCII));
            staying.add(
                    new Leaver(socket, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(STAY_MILLIS))));
        } catch (IOException e) {
            failures.add(e.toString());
        }
    }

    private void leave(Socket socket) {
        try {
            socket.close();
            left++;
        } catch (IOException e) {
            failures.add(e.toString());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many have hung up; to be read when the thread has ended. */
    int left() {
        return left;
    }

    /** What went wrong for those who could not even ask. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
