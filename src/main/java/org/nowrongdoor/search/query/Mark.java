package org.nowrongdoor.search.query;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.spatial.GeoPoint;
import org.nowrongdoor.search.index.HourIndex;

/** A condition on a service, independent of the engine: {@code MarkPredicate} asks an index for the services that meet
 *  it, and {@code MarkLooks} tests it against one document after the other. */
public sealed interface Mark {

    /** What no service has. */
    Mark NONE = new Any(List.of());

    /** What every service has. */
    Mark ALL = new Every(List.of());

    /** A field of keywords, with values to aggregate by, holds any of these. */
    static Mark carries(String field, Collection<String> values) {
        return values.isEmpty() ? NONE : new Carries(field, Set.copyOf(values));
    }

    static Mark any(Mark... marks) {
        return new Any(List.of(marks));
    }

    /** A query finds it. */
    static Mark found(Function<SearchPredicateFactory, PredicateFinalStep> query) {
        return new Found(query);
    }

    /** A field of keywords, with values to aggregate by, holds any of these. */
    record Carries(String field, Set<String> values) implements Mark {}

    /** Its rule has any of these clauses.
     *  @param keys keys of clauses, of which there may be thousands */
    record HasClause(Set<String> keys) implements Mark {}

    /** A sortable field of whole numbers holds this or more. */
    record AtLeast(String field, long least) implements Mark {}

    /** A public site lies within so many kilometres. */
    record Near(GeoPoint middle, double km) implements Mark {}

    /** Open at a moment. */
    record OpenAt(HourIndex.Moment moment) implements Mark {}

    /** Known to be open or not at a moment. */
    record KnownAt(HourIndex.Moment moment) implements Mark {}

    record Any(List<Mark> marks) implements Mark {}

    record Every(List<Mark> marks) implements Mark {}

    record Found(Function<SearchPredicateFactory, PredicateFinalStep> query) implements Mark {}
}
