package org.nowrongdoor.exchange.imports;

import java.time.Duration;

/** How many rows are taken in together: so many that edits wait for them for well under a second. */
final class BatchLimit {

    // 200 ms: a batch that takes twice as long as the one before it, and an edit that has to read again what it
    // changed,
    // still let that edit through within a second.
    private static final long AIM_NANOS = Duration.ofMillis(200).toNanos();
    // 25: before it is known how fast this machine is.
    private static final int FIRST = 25;

    // 20: what each batch costs by itself would else be most of the time.
    private static final int LEAST = 20;

    private final int most;
    private int rows;

    BatchLimit(int most) {
        this.most = most;
        this.rows = Math.min(FIRST, most);
    }

    int rows() {
        return rows;
    }

    /** Learns from a batch. */
    void took(int count, long nanos) {
        var fitting = (long) (count * (double) AIM_NANOS / Math.max(1, nanos));
        rows = (int) Math.max(Math.min(LEAST, most), Math.min(Math.min(most, 2L * count), fitting));
    }
}
