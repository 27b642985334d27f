package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** One run of PostgreSQL on a cluster. */
final class Postmaster {

    private static final Logger LOG = Logger.getLogger(Postmaster.class);
    private static final int POLL_MILLIS = 10;
    private static final int PATIENCE_SECONDS = 15;
    private static final int FAST_SECONDS = 60;
    private static final int IMMEDIATE_SECONDS = 10;

    // On the command line, where neither postgresql.conf nor ALTER SYSTEM can undo them.
    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "timezone=UTC",
            "jit=off",
            // What a row holds must not get into a log by way of an error: those go to the caller alone.
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_checkpoints=off",
            // A recycled segment keeps what it held; a new one begins empty. Deleted details must not lie there.
            "wal_recycle=off");

    private final Process process;
    private final DataDirectory data;

    private Postmaster(Process process, DataDirectory data) {
        this.process = process;
        this.data = data;
    }

    /** Starts PostgreSQL; it takes connections a little later.
     *  The kernel stops it when the calling thread ends, so that has to be one that stays. */
    static Postmaster start(DataDirectory data, PostgresBinaries binaries, PostgresCommand launch, int port)
            throws IOException {
        var arguments = new ArrayList<>(List.of("-D", data.cluster().toString(), "-p", String.valueOf(port)));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        var process = launch.command(binaries.program("postgres"), arguments)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log().toFile()))
                .start();
        return new Postmaster(process, data);
    }

    /** Waits until it takes connections, however long recovery needs.
     *  @return false when it ended instead */
    boolean awaitReady() throws IOException, InterruptedException {
        long complainAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            var note = PidFile.read(data.cluster());
            if (note.filter(n -> n.ready() && n.pid() == process.pid()).isPresent()) {
                return true;
            }
            if (System.nanoTime() > complainAt) {
                LOG.infof("PostgreSQL is still recovering; see %s", data.log());
                complainAt += TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            }
        }
        return false;
    }

    long pid() {
        return process.pid();
    }

    /** Waits for its end.
     *  @return its exit code */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Stops it with everything written out. */
    void stop() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        Signal.INT.send(process.pid());
        if (process.waitFor(FAST_SECONDS, TimeUnit.SECONDS)) {
            return;
        }
        LOG.warnf("PostgreSQL did not stop within %d s; the next start recovers from its log", FAST_SECONDS);
        Signal.QUIT.send(process.pid());
        if (!process.waitFor(IMMEDIATE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
