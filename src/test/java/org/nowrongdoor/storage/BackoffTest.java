package org.nowrongdoor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1));

    @Test
    void thePauseDoublesUpToTheLongest() {
        var millis = IntStream.rangeClosed(1, 6)
                .mapToLong(failures -> BACKOFF.pauseAfter(failures).toMillis())
                .boxed()
                .toList();
        assertEquals(List.of(200L, 400L, 800L, 1_000L, 1_000L, 1_000L), millis);
    }

    @Test
    void manyFailuresDoNotOverflow() {
        assertEquals(Duration.ofSeconds(1), BACKOFF.pauseAfter(Integer.MAX_VALUE));
        var hours = new Backoff(Duration.ofSeconds(5), Duration.ofDays(365_000));
        assertEquals(Duration.ofDays(365_000), hours.pauseAfter(Integer.MAX_VALUE));
    }

    @Test
    void noFailureCountsAsOne() {
        assertEquals(Duration.ofMillis(200), BACKOFF.pauseAfter(0));
    }

    @Test
    void aFirstPauseAboveTheLongestIsCut() {
        assertEquals(Duration.ofSeconds(1), new Backoff(Duration.ofMinutes(1), Duration.ofSeconds(1)).pauseAfter(1));
    }
}
