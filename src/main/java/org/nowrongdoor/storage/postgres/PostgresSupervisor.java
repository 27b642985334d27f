package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.Backoff;

/** Keeps PostgreSQL running: a thread of its own starts it, waits for its end and starts it again on the same port. */
final class PostgresSupervisor {

    private static final Logger LOG = Logger.getLogger(PostgresSupervisor.class);
    // A PostgreSQL that was killed leaves helpers which need a moment to notice.
    private static final int FIRST_START_SECONDS = 10;
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofMillis(1_600));
    // 5: by then it was given 750 ms to recover from what passes by itself.
    private static final int FAILURES_BEFORE_ALARM = 5;
    private static final int TAIL_BYTES = 1_000;

    private final DataDirectory data;
    private final PostgresBinaries binaries;
    private final PostgresCommand launch;
    private final CompletableFuture<Integer> portOnceReady = new CompletableFuture<>();
    private final Thread thread;
    private @Nullable Postmaster current;
    private boolean stopping;

    PostgresSupervisor(DataDirectory data, PostgresBinaries binaries, PostgresCommand launch) {
        this.data = data;
        this.binaries = binaries;
        this.launch = launch;
        this.thread = new Thread(this::keepRunning, "postgres-supervisor");
        thread.setDaemon(true);
    }

    /** Starts PostgreSQL and waits until it takes connections.
     *  @return its port, the same for as long as this process lives
     *  @throws DatabaseStartException with the end of its log when it does not come up */
    int start() throws InterruptedException {
        thread.start();
        try {
            return portOnceReady.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DatabaseStartException refused
                    ? refused
                    : new IllegalStateException(e.getCause());
        }
    }

    /** Stops it for good, with everything written out. */
    void stop() throws IOException, InterruptedException {
        var last = stopStarting();
        if (last != null) {
            last.stop();
        }
        thread.interrupt();
        thread.join();
    }

    private synchronized @Nullable Postmaster stopStarting() {
        stopping = true;
        return current;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void keepRunning() {
        try {
            var running = firstStart();
            int port = portOnceReady.join();
            while (!isStopping()) {
                int code = running.awaitEnd();
                if (isStopping()) {
                    return;
                }
                LOG.warnf("PostgreSQL ended with code %d; starting it again on port %d", code, port);
                running = startAgain(port);
                LOG.infof("PostgreSQL is back on port %d, process %d", port, running.pid());
            }
        } catch (InterruptedException stopped) {
            portOnceReady.completeExceptionally(
                    new DatabaseStartException("PostgreSQL was told to stop before it had started"));
        } catch (IOException | RuntimeException e) {
            if (!portOnceReady.completeExceptionally(e)) {
                LOG.error("PostgreSQL is no longer looked after", e);
            }
        }
    }

    private Postmaster firstStart() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(FIRST_START_SECONDS);
        for (int failures = 1; ; failures++) {
            int port = freePort();
            var postmaster = attempt(port);
            if (postmaster != null) {
                portOnceReady.complete(port);
                return postmaster;
            }
            if (System.nanoTime() > deadline) {
                throw new DatabaseStartException("PostgreSQL does not start on " + data.cluster() + "; the end of "
                        + data.log() + ":\n" + endOfLog());
            }
            sleepAfter(failures);
        }
    }

    /** Tries for as long as it takes: a full disk or a borrowed port is given back one day. */
    private Postmaster startAgain(int port) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                var postmaster = attempt(port);
                if (postmaster != null) {
                    return postmaster;
                }
                if (failures == FAILURES_BEFORE_ALARM) {
                    LOG.errorf("PostgreSQL does not start again, trying until it does; see %s", data.log());
                }
            } catch (IOException | DatabaseStartException e) {
                LOG.warnf(e, "PostgreSQL did not start again on %s", data.cluster());
            }
            sleepAfter(failures);
        }
    }

    private @Nullable Postmaster attempt(int port) throws IOException, InterruptedException {
        OrphanedPostgres.clear(data.cluster());
        var postmaster = spawn(port);
        return postmaster.awaitReady() ? postmaster : null;
    }

    private synchronized Postmaster spawn(int port) throws IOException, InterruptedException {
        if (stopping) {
            throw new InterruptedException();
        }
        current = Postmaster.start(data, binaries, launch, port);
        return current;
    }

    private static void sleepAfter(int failures) throws InterruptedException {
        Thread.sleep(BACKOFF.pauseAfter(failures).toMillis());
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String endOfLog() throws IOException {
        var bytes = Files.exists(data.log()) ? Files.readAllBytes(data.log()) : new byte[0];
        int from = Math.max(0, bytes.length - TAIL_BYTES);
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8).strip();
    }
}
