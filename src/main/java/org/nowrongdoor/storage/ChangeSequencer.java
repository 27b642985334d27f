package org.nowrongdoor.storage;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The thread that numbers the change log: at once after a commit of this process, soon after one of another. */
@Singleton
public class ChangeSequencer {

    private static final Logger LOG = Logger.getLogger(ChangeSequencer.class);
    private static final int POLL_MILLIS = 100;
    // Twice the poll: a database that fails is asked less often than one that answers.
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(2 * POLL_MILLIS), Duration.ofSeconds(1));
    private static final int FIRST = 1;

    private final ChangeNumbering numbers;
    private final TransactionSynchronizationRegistry transactions;
    private final ChangeHead head = new ChangeHead();
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread = new Thread(this::keepNumbering, "change-sequencer");
    private volatile boolean stopping;
    private int failures;

    public ChangeSequencer(DataSource database, TransactionSynchronizationRegistry transactions) {
        this.numbers = new ChangeNumbering(database);
        this.transactions = transactions;
    }

    // First of all who wait for the start: what a crash left unnumbered belongs to the log they find.
    void start(@Observes @Priority(FIRST) StartupEvent started) {
        number();
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake.release();
        thread.join();
    }

    ChangeHead head() {
        return head;
    }

    /** Has the log numbered as soon as the transaction of this thread is committed. */
    void wakeAfterCommit() {
        if (transactions.getResource(this) == null) {
            transactions.putResource(this, true);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {}

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        wake.release();
                    }
                }
            });
        }
    }

    private void keepNumbering() {
        try {
            long pauseMillis = POLL_MILLIS;
            while (!stopping) {
                wake.tryAcquire(pauseMillis, TimeUnit.MILLISECONDS);
                wake.drainPermits();
                long from = System.nanoTime();
                number();
                // However slow the database is, looking for others' writes takes a tenth of its time at most.
                long tookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
                pauseMillis =
                        failures > 0 ? BACKOFF.pauseAfter(failures).toMillis() : Math.max(POLL_MILLIS, 9 * tookMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void number() {
        try {
            boolean more = true;
            while (more && !stopping) {
                var given = numbers.give();
                head.advanceTo(given.last());
                more = given.more();
            }
            if (failures > 0) {
                LOG.info("the change log is numbered again");
            }
            failures = 0;
        } catch (SQLException | RuntimeException e) {
            if (failures++ == 0) {
                LOG.warn("the change log cannot be numbered; trying until it can", e);
            }
        }
    }
}
