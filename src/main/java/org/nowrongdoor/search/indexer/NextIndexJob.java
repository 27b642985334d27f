package org.nowrongdoor.search.indexer;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.nowrongdoor.search.index.SearchConfig;
import org.nowrongdoor.storage.Backoff;

/** Has the index built again where its documents were made with other data than this version has, or where a start asks for
 *  it; tries until that is done, while the one there is serves. */
@Singleton
class NextIndexJob {

    private static final Logger LOG = Logger.getLogger(NextIndexJob.class);

    // 256 MB: what uploads leave to the database as well.
    private static final long SPARE_BYTES = 256L << 20;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10));

    private final NextIndexBuilder builder;
    private final Indexer indexer;
    private final IndexCheckpoint state;
    private final SearchConfig settings;
    private final Thread worker = new Thread(this::work, "index-builder");
    private final Semaphore wanted = new Semaphore(0);
    // What the disk has left; a test sets another.
    volatile LongSupplier usableBytes;
    private volatile boolean stopping;
    private final AtomicInteger built = new AtomicInteger();

    @Inject
    NextIndexJob(
            NextIndexBuilder builder,
            Indexer indexer,
            IndexCheckpoint state,
            SearchConfig settings,
            @ConfigProperty(name = "directory.data", defaultValue = "data") String data) {
        this.builder = builder;
        this.indexer = indexer;
        this.state = state;
        this.settings = settings;
        this.usableBytes = Path.of(data).toAbsolutePath().toFile()::getUsableSpace;
    }

    void start(@Observes StartupEvent event) {
        if (settings.engine() != SearchConfig.Engine.LUCENE) {
            return;
        }
        if (settings.rebuildOnStart() || state.isOutdated()) {
            ask();
        }
        worker.setDaemon(true);
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        worker.interrupt();
        worker.join(Duration.ofSeconds(5).toMillis());
    }

    /** Asks for an index that is built again. */
    void ask() {
        wanted.release();
    }

    /** How many have been built since the start. */
    int built() {
        return built.get();
    }

    private void work() {
        try {
            while (!stopping) {
                wanted.acquire();
                while (indexer.position() < 0) {
                    Thread.sleep(LOOK.toMillis());
                }
                build();
                built.incrementAndGet();
            }
        } catch (InterruptedException e) {
            LOG.debug("the building of an index ends with the process", e);
        }
    }

    private void build() throws InterruptedException {
        for (int failures = 1; !stopping; failures++) {
            try {
                check(2 * bytes(state.live().toFile()));
                builder.build(indexer, () -> check(0));
                return;
            } catch (RuntimeException | Error e) {
                if (stopping) {
                    return;
                }
                OutOfMemoryDetector.endIfBehind(e);
                var pause = BACKOFF.pauseAfter(failures);
                LOG.warnf(
                        e,
                        "The search index cannot be built again; the one before serves on; trying again in %d s",
                        pause.toSeconds());
                Thread.sleep(pause.toMillis());
            }
        }
    }

    /** Whether the disk has so much room, and this process goes on. */
    private void check(long bytes) {
        var usable = usableBytes.getAsLong();
        if (usable < bytes + SPARE_BYTES) {
            throw new IllegalStateException(
                    "the disk has " + usable + " bytes left, " + (bytes + SPARE_BYTES) + " are needed");
        }
        if (stopping) {
            throw new IllegalStateException("the process ends");
        }
    }

    private static long bytes(File file) {
        var inside = file.listFiles();
        if (inside == null) {
            return file.length();
        }
        long sum = 0;
        for (var one : inside) {
            sum += bytes(one);
        }
        return sum;
    }
}
