package org.nowrongdoor.referral.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void attemptsGrowRarerAndEndAfterThreeDays() {
        var random = new Random(7);
        var now = START;
        var before = Duration.ZERO;
        int attempts = 0;
        while (!RetryPolicy.isOver(START, now)) {
            attempts++;
            var next = RetryPolicy.next(attempts, START, now, random);
            var pause = Duration.between(now, next);
            assertTrue(pause.compareTo(Duration.ofSeconds(4)) >= 0 || next.equals(START.plus(RetryPolicy.PATIENCE)));
            assertTrue(pause.compareTo(Duration.ofHours(8)) <= 0);
            if (attempts < 12) {
                assertTrue(pause.compareTo(before) > 0, "attempt " + attempts);
            }
            before = pause;
            now = next;
        }
        assertTrue(attempts > 15 && attempts < 40, attempts + " attempts");
        assertEquals(START.plus(RetryPolicy.PATIENCE), now);
    }

    @Test
    void twoThatFailedTogetherDoNotComeBackTogether() {
        var random = new Random(7);
        assertFalse(RetryPolicy.next(5, START, START, random).equals(RetryPolicy.next(5, START, START, random)));
    }

    @Test
    void oneFailureHoldsUpNobodyElseAndManyDoForAWhile() {
        var random = new Random(7);
        assertEquals(Duration.ZERO, RetryPolicy.pause(2, random));
        assertTrue(RetryPolicy.pause(3, random).compareTo(Duration.ZERO) > 0);
        assertTrue(RetryPolicy.pause(1000, random).compareTo(Duration.ofMinutes(12)) <= 0);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        " 7 , 7",
        "0, 0",
        "999999999, 21600",
        "86400, 21600",
        "'Sun, 01 Mar 2026 00:10:00 GMT', 600",
        "'Sat, 28 Feb 2026 00:10:00 GMT', 0",
        "'Sun, 01 Mar 2099 00:10:00 GMT', 21600",
        "-5, 0",
        "1.5, 0",
        "99999999999999999999, 0",
        "soon, 0",
        "'', 0"
    })
    void whatAReceiverWishesIsHeardWithinBounds(String retryAfter, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), RetryPolicy.wish(retryAfter, START));
    }

    @Test
    void aWishPutsTheNextAttemptOffButNeverBeyondTheLast() {
        var next = START.plusSeconds(10);
        var last = START.plus(RetryPolicy.PATIENCE);
        assertEquals(Duration.ZERO, RetryPolicy.wish(null, START));
        assertEquals(next, RetryPolicy.notBefore(next, START, START));
        assertEquals(START.plusSeconds(600), RetryPolicy.notBefore(next, START.plusSeconds(600), START));
        assertEquals(last, RetryPolicy.notBefore(last.minusSeconds(5), last.plusSeconds(600), START));
    }
}
