package org.nowrongdoor.exchange.intake;

import java.util.BitSet;
import java.util.List;
import org.nowrongdoor.exchange.check.RetiredNumbers;
import org.nowrongdoor.exchange.row.Row;

/** The rows of a file in which its first reading has found nothing, so that the costly rules are asked once and not in
 *  every pass. A bit a row: a million rows are 128 KB. */
public final class FaultlessRowRegistry {

    // 100 million rows: 12 MB; what stands behind them is checked each time.
    private static final long MOST = 100_000_000;

    static final FaultlessRowRegistry NONE = new FaultlessRowRegistry(new RetiredNumbers(List.of()));

    private final BitSet rows = new BitSet();
    private final RetiredNumbers retired;

    /** Begins with no row.
     *  @param retired the numbers that are retired while the file is read first */
    FaultlessRowRegistry(RetiredNumbers retired) {
        this.retired = retired;
    }

    void add(Row row) {
        if (row.number() < MOST) {
            rows.set((int) row.number());
        }
    }

    /** Whether the rules would find nothing in a row.
     *  @param now the numbers that are retired now */
    boolean holds(Row row, RetiredNumbers now) {
        return row.number() < MOST && rows.get((int) row.number()) && retired.areSameAs(now);
    }
}
