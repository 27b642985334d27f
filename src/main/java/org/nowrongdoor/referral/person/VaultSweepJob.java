package org.nowrongdoor.referral.person;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.nowrongdoor.storage.FileSweeper;
import org.nowrongdoor.storage.Lease;
import org.nowrongdoor.storage.RemovalTickets;

/** Takes out of the database's files what was deleted from the vault: a deleted row lies in its page, and what
 *  wrote it in the write-ahead log, until someone clears them away (decision Vault-Swept). What is due stands in the
 *  database, so that another node makes up for one that died between destroying and sweeping. */
@Singleton
public class VaultSweepJob {

    private static final Logger LOG = Logger.getLogger(VaultSweepJob.class);
    private static final String SUBJECT = "person";

    private final RemovalTickets tickets;
    private final FileSweeper sweeper;
    private final Lease lease;

    VaultSweepJob(RemovalTickets tickets, FileSweeper sweeper, Lease lease) {
        this.tickets = tickets;
        this.sweeper = sweeper;
        this.lease = lease;
    }

    /** Has the files swept soon; call it in the transaction in which something is destroyed. */
    @Transactional
    public void ask() {
        tickets.add(SUBJECT);
    }

    /** Sweeps if there is anything to sweep. */
    @Scheduled(
            every = "${directory.referral.sweep-every:30s}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            var due = tickets.list(SUBJECT);
            if (!due.isEmpty()
                    && lease.tryHold("vault-sweep")
                    && sweeper.sweep(List.of("person_vault"), Long.MAX_VALUE)) {
                tickets.remove(due);
            }
        } catch (SQLException e) {
            LOG.warn("the vault could not be swept; trying again", e);
        }
    }
}
