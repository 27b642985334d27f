package org.nowrongdoor.search.query;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.region.Point;
import org.nowrongdoor.search.index.HourIndex;

/** A condition on a service, independent of the engine: {@code CriterionPredicate} asks an index for the services that meet
 *  it, and {@code SegmentMatchers} tests it against one document after the other. */
public sealed interface Criterion {

    /** What no service has. */
    Criterion NONE = new AnyOf(List.of());

    /** What every service has. */
    Criterion ALL = new AllOf(List.of());

    /** A field of keywords, with values to aggregate by, holds any of these. */
    static Criterion hasAnyTerm(String field, Collection<String> values) {
        return values.isEmpty() ? NONE : new HasAnyTerm(field, Set.copyOf(values));
    }

    static Criterion anyOf(Criterion... criteria) {
        return new AnyOf(List.of(criteria));
    }

    /** A query finds it. */
    static Criterion matchesQuery(Function<SearchPredicateFactory, PredicateFinalStep> query) {
        return new MatchesQuery(query);
    }

    /** A field of keywords, with values to aggregate by, holds any of these. */
    record HasAnyTerm(String field, Set<String> values) implements Criterion {}

    /** Its rule has any of these clauses.
     *  @param keys keys of clauses, of which there may be thousands */
    record HasClause(Set<String> keys) implements Criterion {}

    /** A sortable field of whole numbers holds this or more. */
    record AtLeast(String field, long least) implements Criterion {}

    /** A public site lies within so many kilometres. */
    record Near(Point middle, double km) implements Criterion {}

    /** Open at a moment. */
    record OpenAt(HourIndex.Moment moment) implements Criterion {}

    /** Known to be open or not at a moment. */
    record KnownAt(HourIndex.Moment moment) implements Criterion {}

    /** What another criterion does not hold of. */
    record Not(Criterion other) implements Criterion {}

    record AnyOf(List<Criterion> criteria) implements Criterion {}

    record AllOf(List<Criterion> criteria) implements Criterion {}

    record MatchesQuery(Function<SearchPredicateFactory, PredicateFinalStep> query) implements Criterion {}
}
