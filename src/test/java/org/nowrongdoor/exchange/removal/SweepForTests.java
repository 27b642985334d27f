package org.nowrongdoor.exchange.removal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.time.Duration;
import org.nowrongdoor.storage.RemovalTickets;

/** The sweep of the files of the database, which no test waits half a minute for. */
public final class SweepForTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SweepForTests() {}

    /** Sweeps until nothing that was removed is left to be swept. */
    public static void sweep() throws InterruptedException, SQLException {
        var job = Arc.container().instance(RemovalSweepJob.class).get();
        var tickets = Arc.container().instance(RemovalTickets.class).get();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!tickets.list("record").isEmpty()) {
            assertTrue(System.nanoTime() < end, "what was removed is not swept");
            job.sweep();
            Thread.sleep(50);
        }
    }
}
