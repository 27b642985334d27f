package org.nowrongdoor.storage.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Rough handling of processes, and waiting for what comes of it. */
final class Signals {

    private static final int PATIENCE_SECONDS = 60;

    private Signals() {}

    static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /** Starts a PostgreSQL on the cluster of a data directory that no one looks after. */
    static Process startOrphan(Path data) throws Exception {
        var cluster = data.resolve("postgres").toString();
        var port = String.valueOf(PostgresSupervisor.freePort());
        return PostgresCommand.onThisMachine()
                .command(
                        PostgresBinaries.in(PostgresForTests.BINARIES).program("postgres"),
                        List.of("-D", cluster, "-c", "unix_socket_directories=", "-p", port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
