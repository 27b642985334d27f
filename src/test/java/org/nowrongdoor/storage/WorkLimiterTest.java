package org.nowrongdoor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkLimiterTest {

    private final AtomicLong nanos = new AtomicLong();
    private final WorkLimiter limiter = new WorkLimiter(2, nanos::get);

    @Test
    void resultsComeInTheOrderOfTheParts() {
        var parts = IntStream.range(0, 1_000).boxed().toList();

        assertEquals(parts, limiter.map(parts, part -> part));
        assertEquals(List.of(), limiter.map(List.of(), part -> part));
    }

    @Test
    void twoProcessorsWorkAtTheSameTime() {
        var together = new CountDownLatch(2);

        var met = limiter.map(List.of(1, 2), part -> meet(together));

        assertEquals(List.of(true, true), met);
    }

    @Test
    void whileSearchesComeInOneThreadDoesAll() {
        limiter.asked();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        limiter.map(IntStream.range(0, 100).boxed().toList(), part -> threads.add(Thread.currentThread()));

        assertEquals(Set.of(Thread.currentThread()), threads);
        assertTrue(limiter.isAsked());
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertFalse(limiter.isAsked());
    }

    @Test
    void aSearchEndsTheHelpInTheMiddle() {
        var together = new CountDownLatch(2);
        var helped = new AtomicInteger();
        var own = Thread.currentThread();

        limiter.map(IntStream.range(0, 100).boxed().toList(), part -> {
            var met = meet(together);
            limiter.asked();
            if (Thread.currentThread() != own) {
                helped.incrementAndGet();
            }
            return met;
        });

        assertEquals(1, helped.get());
    }

    @Test
    void whatAPartThrowsIsThrownOnceNoneIsAtWork() {
        var failure = new OutOfMemoryError("a test");
        var working = new AtomicInteger();

        var thrown = assertThrows(
                OutOfMemoryError.class,
                () -> limiter.map(List.of(1, 2, 3, 4), part -> {
                    working.incrementAndGet();
                    try {
                        throw failure;
                    } finally {
                        working.decrementAndGet();
                    }
                }));

        assertSame(failure, thrown);
        assertEquals(0, working.get());
    }

    private static boolean meet(CountDownLatch together) {
        together.countDown();
        try {
            return together.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
