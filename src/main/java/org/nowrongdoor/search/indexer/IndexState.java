package org.nowrongdoor.search.indexer;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Since when the index is behind. */
final class IndexState {

    // 30 and 60 s: what an operator's probe may take for an outage.
    private static final Duration LONGEST_LAG = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final LongSupplier nanoTime;
    private volatile long current;
    private volatile long moved;

    IndexState(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.current = nanoTime.getAsLong();
        this.moved = current;
    }

    /** Notes that every edit and redaction is in the index. */
    void laneIsCurrent() {
        current = nanoTime.getAsLong();
        moved = current;
    }

    /** Notes that something was written, or that there is nothing to write. */
    void moved() {
        moved = nanoTime.getAsLong();
    }

    /** How long ago every edit and redaction was in the index. */
    Duration laneLag() {
        return since(current);
    }

    double laneLagSeconds() {
        return laneLag().toMillis() / 1e3;
    }

    /** Why the index is not to be relied on; empty while it is.
     *  @param isLaneWaiting whether an edit or a redaction waits now */
    Optional<String> complaint(boolean isLaneWaiting) {
        if (isLaneWaiting && laneLag().compareTo(LONGEST_LAG) > 0) {
            return Optional.of("edits and redactions wait for " + laneLag().toSeconds() + " s, more than "
                    + LONGEST_LAG.toSeconds());
        }
        var pause = since(moved);
        return pause.compareTo(LONGEST_PAUSE) > 0
                ? Optional.of("the indexer has made no progress for " + pause.toSeconds() + " s, more than "
                        + LONGEST_PAUSE.toSeconds())
                : Optional.empty();
    }

    private Duration since(long then) {
        return Duration.ofNanos(nanoTime.getAsLong() - then);
    }
}
