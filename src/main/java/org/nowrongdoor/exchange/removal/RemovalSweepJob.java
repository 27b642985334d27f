package org.nowrongdoor.exchange.removal;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.nowrongdoor.storage.FileSweeper;
import org.nowrongdoor.storage.Lease;
import org.nowrongdoor.storage.RemovalTickets;

/** Clears the files of the database of what was removed. A removal leaves a row that asks for it, so that a kill between
 *  the two is made up for after the next start, on whichever node. */
@Singleton
public class RemovalSweepJob {

    private static final Logger LOG = Logger.getLogger(RemovalSweepJob.class);
    private static final long MEGABYTE = 1L << 20;

    private final RemovalTickets tickets;
    private final FileSweeper sweeper;
    private final Lease lease;
    private final RemovalConfig config;

    RemovalSweepJob(RemovalTickets tickets, FileSweeper sweeper, Lease lease, RemovalConfig config) {
        this.tickets = tickets;
        this.sweeper = sweeper;
        this.lease = lease;
        this.config = config;
    }

    /** Sweeps if there is anything to sweep. */
    @Scheduled(
            every = "${directory.removal.sweep-every:30s}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            var asked = tickets.list("record");
            if (!asked.isEmpty()
                    && lease.tryHold("removal-sweep")
                    && sweeper.sweep(TextStore.textTables(), config.rewriteMegabytes() * MEGABYTE)) {
                tickets.remove(asked);
            }
        } catch (SQLException e) {
            LOG.warn("what was removed could not be swept from the files of the database; trying again", e);
        }
    }
}
