package org.nowrongdoor.exchange.unchanged;

import java.util.BitSet;

/** The rows of one file that said what was stored when it was read first. A bit a row: a million rows are 128 KB. */
public final class UnchangedRowRegistry {

    // 100 million rows: 12 MB; what stands behind them is checked and compared each time.
    private static final long MOST = 100_000_000;

    private final BitSet rows = new BitSet();
    private final String state;

    /** No row yet.
     *  @param state of the store, before the first row is looked for */
    public UnchangedRowRegistry(String state) {
        this.state = state;
    }

    public void add(SentRow row) {
        if (row.number() < MOST) {
            rows.set((int) row.number());
        }
    }

    public void remove(SentRow row) {
        if (row.number() < MOST) {
            rows.clear((int) row.number());
        }
    }

    public boolean holds(SentRow row) {
        return row.number() < MOST && rows.get((int) row.number());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether nothing at all was stored since. */
    public boolean isStill(String now) {
        return state.equals(now);
    }
}
