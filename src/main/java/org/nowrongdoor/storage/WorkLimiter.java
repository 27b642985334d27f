package org.nowrongdoor.storage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Spreads work of the background over the processors; while searches come in, each work stays in its own thread. */
@Singleton
public class WorkLimiter {

    // 1 s: searches that follow one another more slowly leave the processor to the indexer.
    private static final long ASKED_NANOS = Duration.ofSeconds(1).toNanos();

    private final ExecutorService helpers;
    private final int most;
    private final LongSupplier nanoTime;
    private volatile long asked;

    @Inject
    WorkLimiter() {
        this(Runtime.getRuntime().availableProcessors(), System::nanoTime);
    }

    /** @param processors of which all works together use one more than there are works */
    public WorkLimiter(int processors, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.asked = nanoTime.getAsLong() - ASKED_NANOS;
        this.most = Math.max(0, processors - 1);
        this.helpers = Executors.newFixedThreadPool(Math.max(1, most), work -> {
            var thread = new Thread(work, "spare-processor");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Notes that a search has come in. */
    public void asked() {
        asked = nanoTime.getAsLong();
    }

    /** Whether searches come in. */
    public boolean isAsked() {
        return nanoTime.getAsLong() - asked < ASKED_NANOS;
    }

    /** Does the same with each of some parts, in any order.
     *  @param work may be done by several threads at once
     *  @return what came of each part, in the order of the parts
     *  @throws RuntimeException the first that a part has thrown, once no part is at work any more */
    public <T, R> List<R> map(List<T> parts, Function<T, R> work) {
        var shared = new Shared<>(parts, work);
        int others = isAsked() ? 0 : Math.min(most, parts.size() - 1);
        for (int i = 0; i < others; i++) {
            helpers.execute(() -> help(shared));
        }
        while (shared.takeOne()) {}
        return shared.end();
    }

    private void help(Shared<?, ?> shared) {
        if (shared.enter()) {
            try {
                while (!isAsked() && shared.takeOne()) {}
            } finally {
                shared.leave();
            }
        }
    }

    /** Parts that several threads take one by one. A thread that comes when all is done is not waited for. */
    private static final class Shared<T, R> {

        private final List<T> parts;
        private final Function<T, R> work;
        private final Map<Integer, R> results = new ConcurrentHashMap<>();
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private int helping;
        private boolean isOver;

        private Shared(List<T> parts, Function<T, R> work) {
            this.parts = parts;
            this.work = work;
        }

        /** Does the next part.
         *  @return false when there is none, or one has failed */
        private boolean takeOne() {
            int at = next.getAndIncrement();
            if (at >= parts.size() || failure.get() != null) {
                return false;
            }
            try {
                results.put(at, work.apply(parts.get(at)));
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
            return true;
        }

        private synchronized boolean enter() {
            helping += isOver ? 0 : 1;
            return !isOver;
        }

        private synchronized void leave() {
            helping--;
            notifyAll();
        }

        private synchronized List<R> end() {
            isOver = true;
            var isInterrupted = false;
            while (helping > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
            var first = failure.get();
            if (first instanceof RuntimeException e) {
                throw e;
            }
            if (first instanceof Error e) {
                throw e;
            }
            return IntStream.range(0, parts.size())
                    .mapToObj(at -> Objects.requireNonNull(results.get(at)))
                    .toList();
        }
    }
}
