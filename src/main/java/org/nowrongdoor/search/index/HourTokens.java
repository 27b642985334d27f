package org.nowrongdoor.search.index;

import java.util.ArrayList;
import java.util.List;

/** Intervals of minutes as a few keywords, so that "open at this minute" is an exact match in either engine.
 *
 *  <p>An interval is cut into dyadic blocks, {@code prefix:level:index} with blocks of 2^level minutes; a minute lies in
 *  one block of each level. An interval of n minutes needs at most 2 log2 n tokens and a question one token a level. */
final class HourTokens {

    /** 2^20 minutes are two years, beyond the 13 months that are expanded. */
    static final int LEVELS = 21;

    /** 2^14 minutes are more than a week. */
    static final int LEVELS_OF_A_WEEK = 14;

    private HourTokens() {}

    /** The blocks that make up an interval.
     *  @param from first minute
     *  @param to minute after the last */
    static List<String> cover(String prefix, long from, long to) {
        var tokens = new ArrayList<String>();
        var start = from;
        while (start < to) {
            var level = 0;
            while (level + 1 < LEVELS
                    && (start & ((1L << (level + 1)) - 1)) == 0
                    && start + (1L << (level + 1)) <= to) {
                level++;
            }
            tokens.add(token(prefix, level, start >> level));
            start += 1L << level;
        }
        return tokens;
    }

    /** The blocks in which a minute lies; an interval covers the minute when it has any of them. */
    static List<String> at(String prefix, long minute) {
        return at(prefix, minute, LEVELS);
    }

    /** The blocks of the lower levels alone, for intervals that are short. */
    static List<String> at(String prefix, long minute, int levels) {
        var tokens = new ArrayList<String>(levels);
        for (var level = 0; level < levels; level++) {
            tokens.add(token(prefix, level, minute >> level));
        }
        return tokens;
    }

    private static String token(String prefix, int level, long index) {
        return prefix + ':' + level + ':' + index;
    }
}
