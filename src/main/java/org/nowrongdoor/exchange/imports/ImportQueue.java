package org.nowrongdoor.exchange.imports;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Sealing;
import org.nowrongdoor.exchange.upload.MultipartFileReader;
import org.nowrongdoor.exchange.upload.Upload;
import org.nowrongdoor.exchange.upload.UploadBuffer;
import org.nowrongdoor.problem.LoggedCause;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.Backoff;
import org.nowrongdoor.storage.Lease;

/** Works through files one after the other, while their senders look on. */
@Singleton
class ImportQueue {

    private static final Logger LOG = Logger.getLogger(ImportQueue.class);

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(1);
    // 5: for the batch in hand, which takes less than one.
    private static final int STOP_SECONDS = 5;

    private final ImportRunRepository runs;
    private final Lease lease;
    private final ImportJob.Tools tools;
    private final Sealing sealing;
    private final Clock clock;
    private final Set<UUID> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "imports");
        thread.setDaemon(true);
        return thread;
    });

    ImportQueue(Lease lease, ImportJob.Tools tools, Sealing sealing, Clock clock) {
        this.runs = tools.runs();
        this.lease = lease;
        this.tools = tools;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** Queues a file, and closes it when it is not wanted any more.
     *  @param mediaType of the request; a form carries its file in the part {@code file} */
    UUID add(ImportRequest wanted, @Nullable String mediaType, Upload upload) {
        var file = upload;
        try {
            var run = run(wanted, format(mediaType, file.file()));
            file.ticket().arrived();
            run.stage(file.file().stage(), sealing);
            if (!lease.tryHold(lease(run.id))) {
                throw ProblemException.of(ProblemKind.UNAVAILABLE, "the database does not answer; send the file again");
            }
            open.add(run.id);
            try {
                runs.add(run);
            } catch (RuntimeException e) {
                release(run.id);
                throw e;
            }
            enqueue(run.id, upload);
            file = null;
            return run.id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            close(file);
        }
    }

    /** Takes up an import that was broken off. */
    void resume(ImportRun run, Upload upload) {
        runs.taken(run.id);
        LOG.infof("import %s goes on after %d rows", run.id, run.read);
        enqueue(run.id, upload);
    }

    /** Whether this process works on an import, or is about to. */
    boolean isOpen(UUID id) {
        return open.contains(id);
    }

    /** The right to work on an import, which one process has at a time. */
    static String lease(UUID id) {
        return "import/" + id;
    }

    private void enqueue(UUID id, Upload upload) {
        open.add(id);
        worker.execute(() -> work(id, upload));
    }

    private static ImportFormat format(@Nullable String mediaType, UploadBuffer file) {
        if (mediaType == null || !mediaType.startsWith("multipart/form-data")) {
            return ImportFormat.of(mediaType, null).orElseThrow(ImportQueue::unknownFormat);
        }
        try {
            var part = MultipartFileReader.find(mediaType, file.reader())
                    .orElseThrow(() -> ProblemException.of(
                            ProblemKind.INVALID_BODY,
                            "the form has no part called file: name the part with the file so"));
            file.narrow(part.from(), part.to());
            return ImportFormat.of(part.mediaType(), part.fileName()).orElseThrow(ImportQueue::unknownFormat);
        } catch (IOException e) {
            throw ProblemException.of(ProblemKind.INVALID_BODY, String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException unknownFormat() {
        return ProblemException.of(
                ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                "the file must be application/json or application/x-ndjson: say so by Content-Type");
    }

    private ImportRun run(ImportRequest wanted, ImportFormat format) {
        var run = new ImportRun();
        run.id = UUID.randomUUID();
        run.actor = wanted.actor();
        run.organizationId = wanted.reach().organizationId();
        run.source = wanted.source();
        run.format = format.name();
        run.partial = wanted.partial();
        run.dryRun = wanted.dryRun();
        run.status = "queued";
        run.receivedAt = clock.instant();
        return run;
    }

    private void work(UUID id, Upload upload) {
        var isOver = false;
        try {
            isOver = endsNow(id, upload);
        } finally {
            if (isOver) {
                close(upload);
            } else {
                leave(upload);
            }
            release(id);
        }
    }

    private void release(UUID id) {
        open.remove(id);
        lease.release(lease(id));
    }

    /** Works on an import, and again where it stood when the database was away.
     *  @return false when this process stops before the end */
    private boolean endsNow(UUID id, Upload upload) {
        var failures = new ImportFailureCounter();
        while (!isStopping()) {
            try {
                if (!lease.tryHold(lease(id))) {
                    // The database is away, or another process took this one for dead and works on it.
                    pause(ASKED_AGAIN_AFTER);
                    continue;
                }
                var started = runs.started(id);
                if (started.isEmpty()) {
                    return true;
                }
                var run = started.get();
                failures.begin(run);
                var end =
                        new ImportJob(run, upload.file(), tools, () -> !isStopping() && lease.tryHold(lease(id))).run();
                runs.ended(id, end);
                LOG.infof("import %s ended after %d rows: %s", id, end.totals().read(), end.detail());
                return true;
            } catch (Throwable e) {
                // An Error too: a thread that dies of it would leave the import running for ever.
                if (!mayTryAgain(e, failures)) {
                    LOG.errorf(LoggedCause.of(e), "import %s stopped", id);
                    fail(id, e);
                    return true;
                }
                LOG.infof(LoggedCause.of(e), "import %s is broken off, and goes on soon", id);
                pause(BACKOFF.pauseAfter(failures.count()));
            }
        }
        return false;
    }

    private boolean mayTryAgain(Throwable failure, ImportFailureCounter failures) {
        if (failure instanceof ImportJob.BrokenOffException || isStopping()) {
            return true;
        }
        if (failure instanceof ProblemException
                || failure instanceof UncheckedIOException
                || failure instanceof VirtualMachineError) {
            return false;
        }
        return failures.mayTryAgain(BatchSplitter.isOfTheDatabase(failure));
    }

    private void pause(Duration pause) {
        try {
            stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Notes that an import stopped; where even that fails, it is noted later. */
    private void fail(UUID id, Throwable failure) {
        try {
            var why = failure instanceof VirtualMachineError
                    ? "it needed more memory than there is: send fewer or smaller records at once"
                    : failure instanceof ProblemException ours
                            ? ours.problem().detail()
                            : "something went wrong on our side";
            runs.failed(id, why);
        } catch (RuntimeException e) {
            LOG.errorf(LoggedCause.of(e), "import %s: that it stopped could not be noted yet", id);
        }
    }

    private static void leave(Upload upload) {
        try {
            upload.leave();
        } catch (IOException e) {
            LOG.warn("could not close an uploaded file", LoggedCause.of(e));
        }
    }

    static void close(@Nullable Upload upload) {
        try {
            if (upload != null) {
                upload.close();
            }
        } catch (IOException e) {
            LOG.warn("could not close an uploaded file", LoggedCause.of(e));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        worker.shutdown();
        worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
