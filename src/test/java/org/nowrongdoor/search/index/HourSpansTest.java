package org.nowrongdoor.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A span that is looked at says of every minute what the tokens of the same interval say. */
class HourSpansTest {

    private static final int DRAWS = 20_000;
    private static final long SEED = 20_261_122;
    private static final long TODAY = 29_800_000;
    private static final int LONGEST = 600_000;
    private static final String CHICAGO = "America/Chicago";

    @Test
    void saysWhatTokensSay() {
        var random = new Random(SEED);
        var inside = 0;
        for (var draw = 0; draw < DRAWS; draw++) {
            var from = TODAY + random.nextInt(LONGEST);
            var to = from + 1 + random.nextInt(random.nextBoolean() ? 600 : LONGEST);
            var minute = switch (random.nextInt(5)) {
                case 0 -> from;
                case 1 -> from - 1;
                case 2 -> to;
                case 3 -> to - 1;
                default -> from - 1000 + random.nextInt(LONGEST);
            };
            var expected = HourTokens.cover("o", from, to).stream().anyMatch(HourTokens.at("o", minute)::contains);
            var clocks = new HourSpans.Clocks(Map.of(HourSpans.UTC, minute, CHICAGO, minute + LONGEST));
            var what = "draw " + draw + " of seed " + SEED + ": " + minute + " in " + from + " to " + to;
            assertEquals(expected, HourSpans.holds(HourSpans.open(HourSpans.UTC, from, to), clocks), what);
            assertEquals(expected, HourSpans.holds(HourSpans.known(from, to), clocks), what);
            assertEquals(
                    expected, HourSpans.holds(HourSpans.open(CHICAGO, from + LONGEST, to + LONGEST), clocks), what);
            inside += expected ? 1 : 0;
        }
        assertTrue(inside > DRAWS / 4 && inside < DRAWS * 3 / 4, "too one-sided to prove anything: " + inside);
    }

    @Test
    void openIsNotKnown() {
        assertTrue(HourSpans.isKnown(HourSpans.known(TODAY, TODAY + 1)));
        assertFalse(HourSpans.isKnown(HourSpans.open(CHICAGO, 0, 10_080)));
    }

    @Test
    void aClockThatNobodyShowsHoldsNothing() {
        var clocks = new HourSpans.Clocks(Map.of(HourSpans.UTC, 5L));
        assertFalse(HourSpans.holds(HourSpans.open(CHICAGO, 0, 10_080), clocks));
    }

    @Test
    void clocksOfOneNumberAreRefused() {
        HourSpans.checkApart(List.of(CHICAGO, "America/New_York", "Pacific/Honolulu"));
        // "Aa" and "BB" have one hash in every Java.
        assertThrows(IllegalStateException.class, () -> HourSpans.checkApart(List.of("Aa", "BB")));
    }
}
