package org.nowrongdoor.exchange.imports;

import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.imports.ImportRun.Phase;

/** How often a run has failed since it last got further. */
final class ImportFailureCounter {

    // 40: for twenty minutes without the database.
    private static final int MOST = 40;
    // 5: a connection that breaks in a commit may say so in many ways.
    private static final int MOST_ODD = 5;

    private int ofDatabase;
    private int odd;
    private @Nullable Phase phase;
    private long reached;

    /** Begins to count again where a run has got further than at the try before. */
    void begin(ImportRun run) {
        if (run.phase != phase || run.reached > reached) {
            ofDatabase = 0;
            odd = 0;
        }
        phase = run.phase;
        reached = run.reached;
    }

    /** Counts one more.
     *  @return whether the run is tried again */
    boolean mayTryAgain(boolean isOfDatabase) {
        if (isOfDatabase) {
            ofDatabase++;
        } else {
            odd++;
        }
        return ofDatabase < MOST && odd < MOST_ODD;
    }

    int count() {
        return ofDatabase + odd;
    }
}
