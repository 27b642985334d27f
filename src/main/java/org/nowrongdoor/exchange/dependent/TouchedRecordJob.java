package org.nowrongdoor.exchange.dependent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;
import org.nowrongdoor.directory.store.TouchedRecordFinder;
import org.nowrongdoor.problem.LoggedCause;
import org.nowrongdoor.storage.Backoff;
import org.nowrongdoor.storage.Change;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.Lease;
import org.nowrongdoor.storage.NewChange;
import org.nowrongdoor.storage.TouchRepository;
import org.nowrongdoor.storage.TouchedRecord;

/** The thread that follows the change log and gives each record that shows another one which changed an upsert and a new
 *  time of change. On one node of many; how far it has come stands in the database. */
@Singleton
public class TouchedRecordJob {

    private static final Logger LOG = Logger.getLogger(TouchedRecordJob.class);
    // 500: of an import that is a batch of its records, whose own changes tell of one another.
    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

    private final ChangeLog log;
    private final TouchedRecordFinder finder;
    private final TouchRepository touches;
    private final Lease lease;
    private final Clock clock;
    private final Thread follower = new Thread(this::follow, "touched-records");
    private volatile boolean stopping;
    private long seen = -1;

    TouchedRecordJob(ChangeLog log, TouchedRecordFinder finder, TouchRepository touches, Lease lease, Clock clock) {
        this.log = log;
        this.finder = finder;
        this.touches = touches;
        this.lease = lease;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        follower.setDaemon(true);
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        follower.interrupt();
        follower.join(5_000);
    }

    private void follow() {
        var failures = 0;
        while (!stopping) {
            try {
                if (lease.tryHold("touched-records")) {
                    var isMore = true;
                    while (isMore && !stopping) {
                        isMore = step();
                    }
                    log.awaitAfter(seen, IDLE);
                } else {
                    // Another node does it; when that ends there may be work without a new change.
                    seen = -1;
                    log.awaitAfter(log.head(), IDLE);
                }
                failures = 0;
            } catch (RuntimeException e) {
                if (stopping) {
                    return;
                }
                failures++;
                LOG.warn("records that show what changed wait for their upserts", LoggedCause.of(e));
                pause(BACKOFF.pauseAfter(failures));
            }
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks the next changes through.
     *  @return whether there may be more */
    private boolean step() {
        var head = log.head();
        if (head <= seen) {
            return false;
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            var from = touches.position();
            var changes = log.directAfter(from, BATCH);
            touch(changes);
            var isMore = changes.size() == BATCH;
            // What got its number since is among them.
            var last =
                    changes.isEmpty() ? head : changes.get(changes.size() - 1).seq();
            var to = isMore ? last : Math.max(head, last);
            touches.advanceTo(to);
            seen = Math.max(seen, to);
            return isMore;
        });
    }

    private void touch(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var shown = finder.shown(changes);
        touches.put(shown, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        log.appendDerived(shown.stream()
                .map(record -> new NewChange(record.entity(), record.id(), ChangeKind.UPSERT))
                .toList());
        touches.tidy(changes.stream()
                .filter(change -> change.op() == ChangeKind.DELETE)
                .map(change -> new TouchedRecord(change.entity(), change.id()))
                .toList());
    }
}
