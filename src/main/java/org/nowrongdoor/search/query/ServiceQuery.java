package org.nowrongdoor.search.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.model.Cursor;
import org.nowrongdoor.search.place.SearchedPlace;

/** A search after everything in it has been read, resolved and checked.
 *  @param wording what is looked for
 *  @param bounds what may answer
 *  @param page which part of the answer, in which order */
public record ServiceQuery(Wording wording, Bounds bounds, Page page) {

    /** A question that asks for nothing in particular. */
    public static final ServiceQuery ANYTHING = new ServiceQuery(
            new Wording(
                    null, List.of(), List.of(), List.of(), LensBoosts.NOTHING, NamedServices.NONE, FitBoosts.NOTHING),
            new Bounds(null, true, List.of(), null, Set.of(), Set.of(), false),
            new Page(Order.RELEVANCE, 1, null, 0));

    /** What is looked for.
     *  @param text the words to be found as words; null when none were given
     *  @param spoken the needs read from the words, each with the codes that stand for it
     *  @param wider what those needs are kinds of, for when nothing meets them
     *  @param needs the needs asked for by name
     *  @param preferred what a lens counts in favour of a service
     *  @param named the services that a name with a place leads to: no others answer
     *  @param fit who fits the words the most among those who meet a need in them */
    public record Wording(
            @Nullable TextQuery text,
            List<Set<String>> spoken,
            List<Set<String>> wider,
            List<Set<String>> needs,
            LensBoosts preferred,
            NamedServices named,
            FitBoosts fit) {

        Wording with(@Nullable TextQuery otherText, List<Set<String>> otherSpoken) {
            return new Wording(otherText, otherSpoken, wider, needs, preferred, named, fit);
        }

        Wording with(List<Set<String>> otherNeeds) {
            return new Wording(text, spoken, wider, otherNeeds, preferred, named, fit);
        }

        Wording withoutNames() {
            return new Wording(text, spoken, wider, needs, preferred, NamedServices.NONE, fit);
        }
    }

    /** What may answer.
     *  @param isWhereSure whether only what answers for the place may; else it comes first
     *  @param eligibility the person, as a filter; null when nothing was said of her
     *  @param kinds the kinds that may answer
     *  @param statuses the states a record may be in
     *  @param byNameToo whether records of other kinds, and closed ones, may be found by their own name */
    public record Bounds(
            @Nullable SearchedPlace where,
            boolean isWhereSure,
            List<Filter> filters,
            @Nullable Filter eligibility,
            Set<String> kinds,
            Set<String> statuses,
            boolean byNameToo) {}

    /** Which part of the answer.
     *  @param today days since 1970-01-01, to tell what is fresh */
    public record Page(Order order, int size, @Nullable Cursor after, long today) {}

    /** What comes first. */
    public enum Order {
        RELEVANCE,
        DISTANCE,
        VERIFIED
    }

    @Nullable public TextQuery text() {
        return wording.text();
    }

    public List<Set<String>> spoken() {
        return wording.spoken();
    }

    public List<Set<String>> needs() {
        return wording.needs();
    }

    @Nullable public SearchedPlace where() {
        return bounds.where();
    }

    /** Whether the words tell what someone is in or lives through, and nothing says which service she wants. */
    public boolean tellsWhatHappened() {
        return needs().isEmpty()
                && !spoken().isEmpty()
                && spoken().stream().flatMap(Set::stream).allMatch(code -> code.startsWith("sit."));
    }

    /** A place that is only likely: what answers for it comes first, and nothing is left out. */
    public boolean hasLikelyPlace() {
        return bounds.where() != null && !bounds.isWhereSure();
    }

    public List<Filter> filters() {
        return bounds.filters();
    }

    @Nullable public Filter eligibility() {
        return bounds.eligibility();
    }

    /** Everything that can remove a service, the person's own answers included. */
    public List<Filter> removing() {
        return Stream.concat(filters().stream(), Stream.ofNullable(eligibility()))
                .toList();
    }

    public ServiceQuery with(TextQuery other) {
        return with(wording.with(other, spoken()));
    }

    /** The first page of the same, asked for other needs by name. */
    public ServiceQuery forNeeds(List<Set<String>> others) {
        return new ServiceQuery(wording.with(others), bounds, new Page(page.order(), page.size(), null, page.today()));
    }

    /** How strictly the words can be found at most, if a query with more needs had to become as lenient as it is. */
    public TextQuery.Leniency leastLeniency(ServiceQuery whole) {
        var isPart = needs().stream().allMatch(need -> whole.needs().stream().anyMatch(all -> all.containsAll(need)));
        var found = whole.text();
        return isPart && found != null ? found.leniency() : TextQuery.Leniency.STRICT;
    }

    /** The same, with what the words' needs are kinds of in their place. */
    public ServiceQuery widened() {
        return with(wording.with(text(), wording.wider()));
    }

    /** The same, with a name as words like any others. */
    public ServiceQuery withoutNames() {
        return with(wording.withoutNames());
    }

    /** The same, with a likely place as if it were sure. */
    public ServiceQuery inSurePlace() {
        return new ServiceQuery(
                wording,
                new Bounds(
                        bounds.where(),
                        true,
                        bounds.filters(),
                        bounds.eligibility(),
                        bounds.kinds(),
                        bounds.statuses(),
                        bounds.byNameToo()),
                page);
    }

    /** The same, asked of the whole nation. */
    public ServiceQuery anywhere() {
        return within(null, filters(), eligibility());
    }

    /** The same, with these filters alone. */
    public ServiceQuery requiring(List<Filter> others) {
        return within(where(), others, eligibility());
    }

    /** The same for every caller. */
    public ServiceQuery forAnybody() {
        return within(where(), filters(), null);
    }

    private ServiceQuery with(Wording other) {
        return new ServiceQuery(other, bounds, page);
    }

    private ServiceQuery within(@Nullable SearchedPlace where, List<Filter> filters, @Nullable Filter eligibility) {
        return new ServiceQuery(
                wording,
                new Bounds(
                        where,
                        bounds.isWhereSure(),
                        filters,
                        eligibility,
                        bounds.kinds(),
                        bounds.statuses(),
                        bounds.byNameToo()),
                page);
    }
}
