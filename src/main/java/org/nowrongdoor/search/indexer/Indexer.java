package org.nowrongdoor.search.indexer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.Backoff;
import org.nowrongdoor.storage.Change;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangeLane;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.ChangeReader;

/** Carries the change log into the index, edits and redactions first: never past a change, whatever the engine does. */
@Singleton
public class Indexer implements ChangeReader {

    private static final Logger LOG = Logger.getLogger(Indexer.class);
    // 250: what one transaction reads and one plan writes, and what an edit waits for at most.
    // 4,000: an import changes each service several times over.
    private static final int BATCH = 250;
    private static final int CHANGES = 4_000;
    // After the seed data, which belong to what a start finds.
    private static final int LAST = 10_000;

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

    private final CloseableSearchMapping mapping;
    private final CheckpointWriter checkpoints;
    private final ChangeLog log;
    private final ChangedServiceFinder changed;
    private final ServiceWriter writer;
    private final IndexRebuilder rebuilder;
    private final Clock clock;
    private final IndexState progress = new IndexState(System::nanoTime);
    private final LaneCursors lanes = new LaneCursors();
    private final LaneLagReporter lags;
    private final WrittenServices written = new WrittenServices();
    private final Thread follower = new Thread(this::follow, "indexer");
    // Held by one that keeps the index as it is, for a test.
    final Semaphore turn = new Semaphore(1, true);
    private volatile boolean stopping;
    private volatile OptionalLong foundAtStart = OptionalLong.empty();
    private volatile OptionalLong target = OptionalLong.empty();
    private @Nullable LocalDate renewed;

    Indexer(
            CloseableSearchMapping mapping,
            CheckpointWriter checkpoints,
            ChangeLog log,
            ChangedServiceFinder changed,
            ServiceWriter writer,
            IndexRebuilder rebuilder,
            Clock clock,
            MeterRegistry meters) {
        this.mapping = mapping;
        this.checkpoints = checkpoints;
        this.log = log;
        this.changed = changed;
        this.writer = writer;
        this.rebuilder = rebuilder;
        this.clock = clock;
        this.lags = new LaneLagReporter(meters, System::nanoTime);
        meters.gauge("directory.index.lag.changes", this, Indexer::lag);
        meters.gauge("directory.index.lane.lag.seconds", progress, IndexState::laneLagSeconds);
    }

    void start(@Observes StartupEvent event) {
        follower.setDaemon(true);
        follower.start();
    }

    void started(@Observes @Priority(LAST) StartupEvent event) {
        foundAtStart = OptionalLong.of(log.mark());
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        follower.interrupt();
        follower.join(5_000);
    }

    /** Why the index is not to be relied on now; empty when it is. */
    Optional<String> complaint() {
        try {
            return hasCaughtUp()
                    ? progress.complaint(lanes.areWaiting(log))
                    : Optional.of("the index has not caught up with what the start found");
        } catch (IllegalStateException e) {
            LOG.debug("the change log cannot be read", e);
            return Optional.of("the database does not answer");
        }
    }

    /** Whether the index has caught up with the log as it stood when the server began to answer: what filled an empty
     *  directory at start is part of it. */
    public boolean hasCaughtUp() {
        if (target.isEmpty() && foundAtStart.isPresent()) {
            target = log.headAfter(foundAtStart.getAsLong());
        }
        return target.isPresent() && position() >= target.getAsLong();
    }

    @Override
    public long position() {
        return lanes.lowest();
    }

    /** The last change such that a search can see it and every edit, deletion and redaction before it. */
    public long urgentPosition() {
        return lanes.lowestUrgent();
    }

    private long lag() {
        return Math.max(0, log.head() - position());
    }

    private void follow() {
        var failures = 0;
        while (!stopping) {
            try {
                turn.acquire();
                try {
                    if (position() < 0) {
                        begin();
                    }
                    step();
                } finally {
                    turn.release();
                }
                failures = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                if (stopping) {
                    return;
                }
                OutOfMemoryDetector.endIfBehind(e);
                written.forget();
                failures++;
                var pause = BACKOFF.pauseAfter(failures);
                LOG.warnf(e, "Indexing stopped after change %d; trying again in %d ms", position(), pause.toMillis());
                // An interrupt ends it, and stays for the loop.
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    /** Turns to another index while nothing is written.
     *  @param turning does so, and tells up to which change it has all; empty when it does not yet */
    boolean turn(Supplier<OptionalLong> turning) throws InterruptedException {
        turn.acquire();
        try {
            var reached = turning.get();
            if (reached.isPresent()) {
                written.forget();
                lanes.begin(reached.getAsLong());
            }
            return reached.isPresent();
        } finally {
            turn.release();
        }
    }

    private void begin() {
        var head = log.head();
        var position = checkpoints.find(head);
        if (position.isEmpty()) {
            rebuild(head);
            return;
        }
        writer.begin(false);
        rebuilder.learnRules();
        lanes.begin(position.getAsLong());
    }

    private void rebuild(long head) {
        checkpoints.dropIndex();
        writer.begin(true);
        lanes.beginUrgent(head);
        rebuilder.rebuild(head, BATCH, page -> {
            write(page, ChangeLane.BULK);
            overtake();
        });
        lanes.begin(head);
    }

    private void step() throws InterruptedException {
        overtake();
        var head = log.head();
        var changes = lanes.next(log, ChangeLane.BULK, head, CHANGES);
        if (!changes.isEmpty()) {
            written.begin(lanes.of(ChangeLane.BULK), head);
            apply(changes, ChangeLane.BULK);
            if (position() - checkpoints.noted() > 5L * CHANGES) {
                checkpoints.note(position());
            }
            return;
        }
        lanes.advance(ChangeLane.BULK, head);
        lags.isCurrent(ChangeLane.BULK);
        written.forget();
        progress.moved();
        checkpoints.noteAndTidy(position());
        renew();
        log.awaitAfter(position(), checkpoints.isMerging() ? SOON : IDLE);
    }

    /** Edits and redactions that came meanwhile, until none waits. */
    private void overtake() {
        var isWaiting = true;
        while (isWaiting && !stopping) {
            isWaiting = false;
            for (var lane : LaneCursors.URGENT) {
                var head = log.head();
                var changes = lanes.next(log, lane, head, BATCH);
                if (!changes.isEmpty()) {
                    apply(changes, lane);
                    isWaiting = true;
                    break;
                }
                lanes.advance(lane, head);
                lags.isCurrent(lane);
            }
        }
        if (log.headAfter(Long.MAX_VALUE).isPresent()) {
            progress.laneIsCurrent();
        }
    }

    /** Writes what changed, shows it and goes on in the lane. */
    private void apply(List<Change> changes, ChangeLane lane) {
        if (changes.stream().anyMatch(change -> change.op() == ChangeKind.REDACT)) {
            checkpoints.residue();
        }
        if (changed.hasTerms(changes)) {
            written.forget();
        }
        var last = changes.get(changes.size() - 1).seq();
        var services = changed.find(changes);
        if (lane == ChangeLane.BULK) {
            services = written.without(services, last);
        }
        writeAll(services, lane);
        lanes.advance(lane, last);
    }

    private void writeAll(List<UUID> services, ChangeLane lane) {
        for (var from = 0; from < services.size(); from += BATCH) {
            if (lane == ChangeLane.BULK) {
                overtake();
                writer.showIfDue();
            }
            write(services.subList(from, Math.min(services.size(), from + BATCH)), lane);
            lags.report(lag());
        }
        writer.show();
    }

    private void write(List<UUID> ids, ChangeLane lane) {
        writer.write(ids);
        written.add(ids);
        checkpoints.written(ids.size());
        lags.written(lane, ids.size());
        progress.moved();
    }

    /** Once a day rewrites those services whose hours are written out ahead, or they would run out some day, and tries
     *  what was set aside. */
    private void renew() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(renewed)) {
            return;
        }
        var due = new LinkedHashSet<>(ExpandedHours.services(mapping));
        due.addAll(writer.setAside());
        writeAll(List.copyOf(due), ChangeLane.BULK);
        renewed = today;
    }
}
