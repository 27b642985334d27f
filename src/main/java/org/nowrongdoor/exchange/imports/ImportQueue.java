package org.nowrongdoor.exchange.imports;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.ConcurrentChangeException;
import org.nowrongdoor.problem.LoggedCause;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Takes files in and works through them one after the other, while their senders look on. */
@Singleton
class ImportQueue {

    private static final Logger LOG = Logger.getLogger(ImportQueue.class);

    private final ImportRunRepository runs;
    private final ImportLocks locks;
    private final ImportJob.Tools tools;
    private final Clock clock;
    private final Path folder;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "imports");
        thread.setDaemon(true);
        return thread;
    });

    ImportQueue(
            ImportLocks locks,
            ImportJob.Tools tools,
            Clock clock,
            @ConfigProperty(name = "directory.data", defaultValue = "data") Path data) {
        this.runs = tools.runs();
        this.locks = locks;
        this.tools = tools;
        this.clock = clock;
        this.folder = data.resolve("imports");
    }

    /** Takes in a file and queues it.
     *  @param mediaType of the request; a form carries its file in the part {@code file} */
    UUID receive(ImportRequest wanted, @Nullable String mediaType, InputStream body) {
        UploadBuffer spool = null;
        try {
            spool = UploadBuffer.in(folder);
            var format = copy(mediaType, body, spool);
            var run = run(wanted, format);
            locks.hold(run.id);
            runs.add(run);
            var file = spool;
            spool = null;
            worker.execute(() -> work(run, file));
            return run.id;
        } catch (IOException e) {
            throw ProblemException.of(ProblemKind.INVALID_BODY, "the file did not come in whole: send it again");
        } finally {
            close(spool);
        }
    }

    private ImportFormat copy(@Nullable String mediaType, InputStream body, UploadBuffer spool) throws IOException {
        if (mediaType == null) {
            throw unknownFormat();
        }
        try (OutputStream out = new BufferedOutputStream(unclosed(spool.writer()), 1 << 16)) {
            if (!mediaType.startsWith("multipart/form-data")) {
                body.transferTo(out);
                return ImportFormat.of(mediaType, null).orElseThrow(ImportQueue::unknownFormat);
            }
            var part = MultipartFileReader.copy(mediaType, body, out)
                    .orElseThrow(() -> ProblemException.of(
                            ProblemKind.INVALID_BODY,
                            "the form has no part called file: name the part with the file so"));
            body.transferTo(OutputStream.nullOutputStream());
            return ImportFormat.of(part.mediaType(), part.fileName()).orElseThrow(ImportQueue::unknownFormat);
        }
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
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
        run.source = wanted.source();
        run.format = format.name();
        run.partial = wanted.partial();
        run.dryRun = wanted.dryRun();
        run.status = "queued";
        run.receivedAt = clock.instant();
        return run;
    }

    private void work(ImportRun run, UploadBuffer file) {
        try {
            runs.started(run.id);
            var end = new ImportJob(run, file, tools).run();
            runs.ended(run.id, end);
            LOG.infof("import %s ended after %d rows: %s", run.id, end.totals().read(), end.detail());
        } catch (RuntimeException e) {
            LOG.errorf(LoggedCause.of(e), "import %s stopped", run.id);
            runs.ended(run.id, new ImportResult(false, failure(run, e), ImportTotals.NONE));
        } finally {
            locks.release(run.id);
            close(file);
        }
    }

    private static String failure(ImportRun run, RuntimeException e) {
        var why = ConcurrentChangeException.isBehind(e)
                ? "records of it were changed by others while it ran"
                : "something went wrong on our side";
        return why + (run.partial ? ": send the file again" : ", so nothing was stored: send the file again");
    }

    private static void close(@Nullable UploadBuffer spool) {
        try {
            if (spool != null) {
                spool.close();
            }
        } catch (IOException e) {
            LOG.warn("could not close an uploaded file", LoggedCause.of(e));
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
