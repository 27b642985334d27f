package org.nowrongdoor.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.spatial.DistanceUnit;
import org.hibernate.search.engine.spatial.GeoPoint;

/** Something that a service has or has not, said once for both ways of asking: an index can be asked for all that have
 *  it, and a walk over an index in this process looks at it beside each document ({@link MarkLooks}). */
sealed interface Mark {

    /** What no service has. */
    Mark NONE = new Any(List.of());

    /** What every service has. */
    Mark ALL = new Every(List.of());

    /** The services that have it. */
    PredicateFinalStep in(SearchPredicateFactory f);

    /** How to look for it beside the documents of a segment. */
    MarkLooks.Look in(MarkLooks looks) throws IOException;

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

    record Carries(String field, Set<String> values) implements Mark {
        @Override
        public PredicateFinalStep in(SearchPredicateFactory f) {
            return f.terms().field(field).matchingAny(values);
        }

        @Override
        public MarkLooks.Look in(MarkLooks looks) throws IOException {
            return looks.keywords(this);
        }
    }

    /** A sortable field of whole numbers holds this or more. */
    record AtLeast(String field, long least) implements Mark {
        @Override
        public PredicateFinalStep in(SearchPredicateFactory f) {
            return f.range().field(field).atLeast(least);
        }

        @Override
        public MarkLooks.Look in(MarkLooks looks) throws IOException {
            return looks.atLeast(this);
        }
    }

    /** A public site lies within so many kilometres. */
    record Near(GeoPoint middle, double km) implements Mark {
        @Override
        public PredicateFinalStep in(SearchPredicateFactory f) {
            return f.extension()
                    .ifSupported(LuceneExtension.get(), lucene -> lucene.fromLuceneQuery(new WithinCircle(middle, km)))
                    .orElse(other ->
                            other.spatial().within().field(Fields.SITES).circle(middle, km, DistanceUnit.KILOMETERS));
        }

        @Override
        public MarkLooks.Look in(MarkLooks looks) throws IOException {
            return looks.near(this);
        }
    }

    /** Open at a moment. */
    record OpenAt(HourIndex.Moment moment) implements Mark {
        @Override
        public PredicateFinalStep in(SearchPredicateFactory f) {
            return f.terms().field(Fields.HOURS).matchingAny(moment.open());
        }

        @Override
        public MarkLooks.Look in(MarkLooks looks) throws IOException {
            return looks.hours(moment)::isOpen;
        }
    }

    /** Known to be open or not at a moment. */
    record KnownAt(HourIndex.Moment moment) implements Mark {
        @Override
        public PredicateFinalStep in(SearchPredicateFactory f) {
            return f.terms().field(Fields.HOURS).matchingAny(moment.known());
        }

        @Override
        public MarkLooks.Look in(MarkLooks looks) throws IOException {
            return looks.hours(moment)::isKnown;
        }
    }

    record Any(List<Mark> marks) implements Mark {
        @Override
        public PredicateFinalStep in(SearchPredicateFactory f) {
            return marks.isEmpty() ? f.matchNone() : joined(f);
        }

        @Override
        public MarkLooks.Look in(MarkLooks looks) throws IOException {
            return looks.any(marks);
        }

        private PredicateFinalStep joined(SearchPredicateFactory f) {
            var any = f.or();
            marks.forEach(mark -> any.add(mark.in(f)));
            return any;
        }
    }

    record Every(List<Mark> marks) implements Mark {
        @Override
        public PredicateFinalStep in(SearchPredicateFactory f) {
            return marks.isEmpty() ? f.matchAll() : joined(f);
        }

        @Override
        public MarkLooks.Look in(MarkLooks looks) throws IOException {
            return looks.every(marks);
        }

        private PredicateFinalStep joined(SearchPredicateFactory f) {
            var every = f.bool();
            marks.forEach(mark -> every.filter(mark.in(f)));
            return every;
        }
    }

    record Found(Function<SearchPredicateFactory, PredicateFinalStep> query) implements Mark {
        @Override
        public PredicateFinalStep in(SearchPredicateFactory f) {
            return query.apply(f);
        }

        @Override
        public MarkLooks.Look in(MarkLooks looks) throws IOException {
            return looks.found(this);
        }
    }
}
