package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When readiness complains, on a clock that a test turns. */
class IndexStateTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final IndexState progress = new IndexState(nanos::get);

    @Test
    void anEditThatWaitsOverThirtySecondsIsACause() {
        pass(30);
        progress.moved();
        assertEquals(Optional.empty(), progress.complaint(true));
        pass(1);
        assertEquals(Optional.of("edits and redactions wait for 31 s, more than 30"), progress.complaint(true));
        assertEquals(Optional.empty(), progress.complaint(false));
        progress.laneIsCurrent();
        assertEquals(Optional.empty(), progress.complaint(true));
    }

    @Test
    void noProgressForSixtySecondsIsACause() {
        pass(60);
        assertEquals(Optional.empty(), progress.complaint(false));
        pass(1);
        assertEquals(Optional.of("the indexer has made no progress for 61 s, more than 60"), progress.complaint(false));
        progress.moved();
        assertEquals(Optional.empty(), progress.complaint(false));
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
