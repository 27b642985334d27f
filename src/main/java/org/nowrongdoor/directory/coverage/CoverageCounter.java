package org.nowrongdoor.directory.coverage;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.verification.VerificationRule;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.taxonomy.TermNode;
import org.nowrongdoor.taxonomy.Terms;

/** Counts coverage on one thread, and keeps it for ten minutes. Who asks meanwhile is told the numbers of before; where
 *  there are none yet, they wait a little. However many ask, the directory is read once in that time. */
@Singleton
class CoverageCounter {

    private static final Logger LOG = Logger.getLogger(CoverageCounter.class);

    // 10 min: coverage changes by the day.
    private static final Duration KEPT = Duration.ofMinutes(10);
    // 1 min: a database in trouble is not asked for everything again and again.
    private static final Duration PAUSE = Duration.ofMinutes(1);
    // 1.5 s: below the 2 s that a question may take.
    private static final int PATIENCE_MILLIS = 1_500;

    /** A count that is done or under way.
     *  @param begunNanos by the clock of this machine, which no one sets back */
    private record Count(CompletableFuture<CoverageTable> table, long begunNanos) {

        boolean isOld() {
            var age = Duration.ofNanos(System.nanoTime() - begunNanos);
            return table.isDone() && age.compareTo(table.isCompletedExceptionally() ? PAUSE : KEPT) > 0;
        }
    }

    private final CoverageRepository services;
    private final StateFinder states;
    private final Terms terms;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "coverage");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Count last;
    private volatile @Nullable CoverageTable known;

    CoverageCounter(CoverageRepository services, StateFinder states, Terms terms, Clock clock) {
        this.services = services;
        this.states = states;
        this.terms = terms;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** The numbers, at most some minutes old.
     *  @throws ProblemException UNAVAILABLE while the first count goes on, or when it failed */
    CoverageTable get() {
        var counting = current();
        var told = known;
        if (told != null && !counting.isDone()) {
            return told;
        }
        try {
            return counting.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } catch (ExecutionException | TimeoutException e) {
            if (told != null) {
                return told;
            }
            throw unavailable();
        }
    }

    private synchronized CompletableFuture<CoverageTable> current() {
        if (last == null || last.isOld()) {
            last = new Count(CompletableFuture.supplyAsync(this::count, worker), System.nanoTime());
        }
        return last.table;
    }

    /** Forgets what was counted, so that the next who asks has it counted. */
    synchronized void forget() {
        last = null;
        known = null;
    }

    private CoverageTable count() {
        try {
            var now = clock.instant();
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            var tree = terms.tree();
            var table = new CoverageTable(now);
            services.read(service -> {
                var needs = new HashSet<String>();
                for (var code : service.terms()) {
                    tree.find(code).map(TermNode::code).ifPresent(own -> needs.addAll(tree.withAncestors(own)));
                }
                var days = VerificationRule.days(service.kind(), needs);
                table.add(states.statesOf(service), needs, !VerificationRule.isOver(service.verifiedOn(), days, today));
            });
            known = table;
            return table;
        } catch (RuntimeException | Error e) {
            LOG.warn("the coverage could not be counted; trying again in a minute", e);
            throw e;
        }
    }

    private static ProblemException unavailable() {
        return ProblemException.of(
                ProblemKind.UNAVAILABLE, "the services are being counted; send the request again in some seconds");
    }
}
