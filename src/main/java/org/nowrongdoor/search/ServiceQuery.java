package org.nowrongdoor.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A search after everything in it has been read, resolved and checked.
 *  @param text the words to be found as words; null when none were given
 *  @param spoken the needs read from the words, each with the codes that stand for it
 *  @param needs the needs asked for by name
 *  @param eligibility the person, as a filter; null when nothing was said of her
 *  @param kinds the kinds that may answer
 *  @param byNameToo whether records of other kinds, and closed ones, may be found by their own name */
record ServiceQuery(
        @Nullable TextQuery text,
        List<Set<String>> spoken,
        List<Set<String>> needs,
        @Nullable Where where,
        List<Filter> filters,
        @Nullable Filter eligibility,
        Set<String> kinds,
        boolean byNameToo,
        Order order,
        int size,
        @Nullable Cursor after,
        long today) {

    /** What comes first. */
    enum Order {
        RELEVANCE,
        DISTANCE,
        VERIFIED
    }

    /** Everything that can remove a service, the person's own answers included. */
    List<Filter> removing() {
        return eligibility == null
                ? filters
                : Stream.concat(filters.stream(), Stream.of(eligibility)).toList();
    }

    ServiceQuery with(TextQuery other) {
        return new ServiceQuery(
                other, spoken, needs, where, filters, eligibility, kinds, byNameToo, order, size, after, today);
    }
}
