package org.nowrongdoor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

    @Test
    void itEmptiesAndFillsAtItsRate() {
        var bucket = new TokenBucket(60, 0);
        for (int i = 0; i < 60; i++) {
            assertTrue(bucket.take(0).isAllowed());
        }
        var refused = bucket.take(0);
        assertFalse(refused.isAllowed());
        assertEquals(1, refused.waitSeconds());
        assertEquals(60, refused.fullSeconds());
        assertFalse(bucket.take(999).isAllowed());
        assertTrue(bucket.take(1001).isAllowed());
        assertFalse(bucket.take(1002).isAllowed());
        assertEquals(60, bucket.look(10_000_000).left());
    }

    @Test
    void aClockThatGoesBackGivesNothingAway() {
        var bucket = new TokenBucket(1, 1000);
        assertTrue(bucket.take(1000).isAllowed());
        assertFalse(bucket.take(0).isAllowed());
        assertFalse(bucket.take(2000).isAllowed());
    }
}
