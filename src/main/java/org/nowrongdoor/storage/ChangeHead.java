package org.nowrongdoor.storage;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The last number given in the change log that this process knows of, and the threads that wait for the next. */
final class ChangeHead {

    private long last;

    synchronized long last() {
        return last;
    }

    /** Notes that everything up to {@code seq} has its number, and wakes those who wait for that. */
    synchronized void advanceTo(long seq) {
        if (seq > last) {
            last = seq;
            notifyAll();
        }
    }

    synchronized boolean awaitAfter(long seq, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toNanos(); last <= seq && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last > seq;
    }
}
