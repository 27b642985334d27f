package org.nowrongdoor.search.index;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Intervals of minutes as numbers, to be looked at with one document: the same that {@link HourTokens} say to a query.
 *
 *  <p>From the highest bit down: 0, whether it tells of being known rather than open, 16 bits of the clock, 26 of the
 *  first minute (until the year 2097), 20 of the number of minutes (nearly two years). */
public final class HourSpans {

    /** The clock of intervals that are written out: minutes since 1970, the same everywhere. */
    static final String UTC = "";

    /** Stands for hours that are known at every moment. */
    public static final long ALWAYS_KNOWN = -1;

    private static final int START_SHIFT = 20;
    private static final int CLOCK_SHIFT = 46;
    private static final int KNOWN_SHIFT = 62;
    private static final long LENGTH = (1L << START_SHIFT) - 1;
    private static final long START = (1L << (CLOCK_SHIFT - START_SHIFT)) - 1;
    private static final int CLOCK = (1 << (KNOWN_SHIFT - CLOCK_SHIFT)) - 1;
    private static final long KNOWN = 1L << KNOWN_SHIFT;

    private HourSpans() {}

    /** Open in an interval of a clock.
     *  @param from first minute
     *  @param to minute after the last */
    static long open(String clock, long from, long to) {
        var start = Math.max(0, from);
        return ((long) number(clock) << CLOCK_SHIFT) | (start << START_SHIFT) | (to - start);
    }

    /** Known in an interval of minutes since 1970 to be open or not. */
    static long known(long from, long to) {
        return KNOWN | open(UTC, from, to);
    }

    public static boolean isKnown(long span) {
        return (span & KNOWN) != 0;
    }

    /** Whether the moment at which clocks show something lies in a span. */
    public static boolean holds(long span, Clocks clocks) {
        var start = (span >> START_SHIFT) & START;
        var passed = clocks.minute((int) (span >> CLOCK_SHIFT) & CLOCK) - start;
        return passed >= 0 && passed < (span & LENGTH);
    }

    private static int number(String clock) {
        return clock.hashCode() & CLOCK;
    }

    /** Clocks must not share a number.
     *  @throws IllegalStateException when two do */
    static void checkApart(Collection<String> clocks) {
        var numbers = clocks.stream().map(HourSpans::number).collect(Collectors.toSet());
        numbers.add(number(UTC));
        if (numbers.size() <= clocks.size()) {
            throw new IllegalStateException("two clocks have one number: " + clocks);
        }
    }

    /** What some clocks show at one moment. */
    public static final class Clocks {

        private static final long NEVER = Long.MIN_VALUE / 2;

        private final int[] numbers;
        private final long[] minutes;

        /** @param shown the minute by clock */
        Clocks(Map<String, Long> shown) {
            var inOrder = new LinkedHashMap<>(shown);
            numbers = inOrder.keySet().stream().mapToInt(HourSpans::number).toArray();
            minutes = inOrder.values().stream().mapToLong(Long::longValue).toArray();
        }

        private long minute(int clock) {
            for (var i = 0; i < numbers.length; i++) {
                if (numbers[i] == clock) {
                    return minutes[i];
                }
            }
            return NEVER;
        }
    }
}
