package org.nowrongdoor.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A search after everything in it has been read, resolved and checked.
 *  @param text the words to be found as words; null when none were given
 *  @param spoken the needs read from the words, each with the codes that stand for it
 *  @param wider what those needs are kinds of, for when nothing meets them
 *  @param needs the needs asked for by name
 *  @param eligibility the person, as a filter; null when nothing was said of her
 *  @param preferred what a lens counts in favour of a service
 *  @param kinds the kinds that may answer
 *  @param statuses the states a record may be in
 *  @param byNameToo whether records of other kinds, and closed ones, may be found by their own name */
record ServiceQuery(
        @Nullable TextQuery text,
        List<Set<String>> spoken,
        List<Set<String>> wider,
        List<Set<String>> needs,
        @Nullable Where where,
        List<Filter> filters,
        @Nullable Filter eligibility,
        Preferred preferred,
        Set<String> kinds,
        Set<String> statuses,
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

    /** A question that asks for nothing in particular. */
    static final ServiceQuery ANYTHING = new ServiceQuery(
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            null,
            Preferred.NOTHING,
            Set.of(),
            Set.of(),
            false,
            Order.RELEVANCE,
            1,
            null,
            0);

    /** Everything that can remove a service, the person's own answers included. */
    List<Filter> removing() {
        return eligibility == null
                ? filters
                : Stream.concat(filters.stream(), Stream.of(eligibility)).toList();
    }

    ServiceQuery with(TextQuery other) {
        return new ServiceQuery(
                other,
                spoken,
                wider,
                needs,
                where,
                filters,
                eligibility,
                preferred,
                kinds,
                statuses,
                byNameToo,
                order,
                size,
                after,
                today);
    }

    /** The same, asked of the whole nation. */
    ServiceQuery anywhere() {
        return new ServiceQuery(
                text,
                spoken,
                wider,
                needs,
                null,
                filters,
                eligibility,
                preferred,
                kinds,
                statuses,
                byNameToo,
                order,
                size,
                after,
                today);
    }

    /** The same, with these filters alone. */
    ServiceQuery requiring(List<Filter> others) {
        return new ServiceQuery(
                text,
                spoken,
                wider,
                needs,
                where,
                others,
                eligibility,
                preferred,
                kinds,
                statuses,
                byNameToo,
                order,
                size,
                after,
                today);
    }

    /** The same, whoever asks. */
    ServiceQuery forAnybody() {
        return new ServiceQuery(
                text, spoken, wider, needs, where, filters, null, preferred, kinds, statuses, byNameToo, order, size,
                after, today);
    }

    /** The same, with what the words' needs are kinds of in their place. */
    ServiceQuery widened() {
        return new ServiceQuery(
                text,
                wider,
                wider,
                needs,
                where,
                filters,
                eligibility,
                preferred,
                kinds,
                statuses,
                byNameToo,
                order,
                size,
                after,
                today);
    }
}
