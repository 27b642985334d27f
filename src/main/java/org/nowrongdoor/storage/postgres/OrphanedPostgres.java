package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A PostgreSQL that outlived the process which started it, or the note that it left. */
final class OrphanedPostgres {

    private static final Logger LOG = Logger.getLogger(OrphanedPostgres.class);
    private static final int POLL_MILLIS = 20;
    private static final int FAST_SECONDS = 60;
    private static final int IMMEDIATE_SECONDS = 20;

    private OrphanedPostgres() {}

    /** Leaves a cluster without users. Call it only under the lock of the data directory.
     *  @throws DatabaseStartException when the one that is there does not go */
    static void clear(Path cluster) throws IOException, InterruptedException {
        var named = PidFile.read(cluster).filter(note -> runsOn(note.pid(), cluster));
        if (named.isPresent()) {
            LOG.infof(
                    "stopping PostgreSQL, process %d, left over on %s",
                    named.get().pid(), cluster);
            stop(named.get().pid(), cluster);
        }
        // Its number may belong to another process by now, and PostgreSQL would take that one for itself.
        Files.deleteIfExists(PidFile.in(cluster));
    }

    private static void stop(long pid, Path cluster) throws IOException, InterruptedException {
        Signal.INT.send(pid);
        if (ends(pid, cluster, FAST_SECONDS)) {
            return;
        }
        Signal.QUIT.send(pid);
        if (!ends(pid, cluster, IMMEDIATE_SECONDS)) {
            throw new DatabaseStartException("PostgreSQL, process " + pid + ", is still running on " + cluster
                    + " and does not end; end it and start again");
        }
    }

    /** Waits for the end as such: the exit code may never be asked for, which keeps the number in use. */
    private static boolean ends(long pid, Path cluster, int seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (runsOn(pid, cluster)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return true;
    }

    /** Whether a process is a PostgreSQL whose command line holds this cluster. */
    static boolean runsOn(long pid, Path cluster) {
        try {
            var words = Arrays.asList(Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"))
                    .split("\0"));
            return words.get(0).endsWith("/postgres") && words.contains(cluster.toString());
        } catch (IOException gone) {
            return false;
        }
    }
}
