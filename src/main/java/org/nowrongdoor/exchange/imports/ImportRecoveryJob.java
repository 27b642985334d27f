package org.nowrongdoor.exchange.imports;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.nowrongdoor.access.caller.Sealing;
import org.nowrongdoor.exchange.upload.Upload;
import org.nowrongdoor.exchange.upload.UploadReceiver;
import org.nowrongdoor.storage.Lease;

/** Goes on with the imports whose process ended before them, where their file is; ends those whose file does not come back. */
@Singleton
class ImportRecoveryJob {

    private static final Logger LOG = Logger.getLogger(ImportRecoveryJob.class);

    // A quarter of an hour: for the node that has the file to start again.
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    // 3: a record that ends the process each time must not end it for ever.
    private static final int MOST_TRIES = 3;

    private final ImportRunRepository runs;
    private final ImportQueue queue;
    private final Lease lease;
    private final UploadReceiver uploads;
    private final Sealing sealing;
    private final Clock clock;

    ImportRecoveryJob(
            ImportQueue queue,
            ImportJob.Tools tools,
            Lease lease,
            UploadReceiver uploads,
            Sealing sealing,
            Clock clock) {
        this.queue = queue;
        this.runs = tools.runs();
        this.lease = lease;
        this.uploads = uploads;
        this.sealing = sealing;
        this.clock = clock;
    }

    void atStart(@Observes StartupEvent event) throws IOException {
        uploads.removeStagedBut(runs.listOpen().stream()
                .map(id -> runs.find(id).map(run -> run.stage).orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        takeUpLost();
    }

    /** Every half minute, for another node may have gone. */
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void takeUpLost() {
        for (var id : runs.listOpen()) {
            if (!queue.isOpen(id) && lease.tryHold(ImportQueue.lease(id))) {
                // It may have ended between the list and the lease.
                var isTaken = runs.find(id).filter(run -> run.endedAt == null).map(this::takeUp);
                if (!isTaken.orElse(false)) {
                    lease.release(ImportQueue.lease(id));
                }
            }
        }
    }

    /** Goes on with an import, or ends it.
     *  @return whether this process works on it now */
    private boolean takeUp(ImportRun run) {
        if (run.tries >= MOST_TRIES) {
            fail(run.id, "the server stopped " + MOST_TRIES + " times without getting further");
            find(run).ifPresent(ImportQueue::close);
            return false;
        }
        var file = find(run);
        if (file.isEmpty()) {
            if (runs.lost(run.id).plus(PATIENCE).isBefore(clock.instant())) {
                fail(run.id, "the server stopped while it ran, and its file is gone");
            }
            return false;
        }
        queue.resume(run, file.get());
        return true;
    }

    private Optional<Upload> find(ImportRun run) {
        try {
            return run.staged(sealing).flatMap(stage -> uploads.reopen(stage, String.valueOf(run.actor)));
        } catch (IllegalStateException e) {
            LOG.warnf(e, "the file of import %s cannot be opened with this master key", run.id);
            return Optional.empty();
        }
    }

    private void fail(UUID id, String why) {
        runs.failed(id, why);
        LOG.infof("import %s is failed: %s", id, why);
    }
}
