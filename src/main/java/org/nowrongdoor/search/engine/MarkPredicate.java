package org.nowrongdoor.search.engine;

import org.apache.lucene.search.Query;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.spatial.DistanceUnit;
import org.nowrongdoor.search.index.Fields;
import org.nowrongdoor.search.lucene.CarriesAny;
import org.nowrongdoor.search.lucene.WithinCircle;
import org.nowrongdoor.search.query.Filter;
import org.nowrongdoor.search.query.Mark;

/** {@link Mark}s as predicates of the index. */
public final class MarkPredicate {

    private final SearchPredicateFactory f;

    private MarkPredicate(SearchPredicateFactory f) {
        this.f = f;
    }

    /** The services that have a mark. */
    public static PredicateFinalStep of(SearchPredicateFactory f, Mark mark) {
        return new MarkPredicate(f).of(mark);
    }

    /** The services that a filter removes. */
    static PredicateFinalStep fails(SearchPredicateFactory f, Filter filter) {
        var failing = of(f, filter.failing());
        return filter.certain().equals(Mark.NONE)
                ? failing
                : f.bool().filter(failing).mustNot(of(f, filter.certain()));
    }

    private PredicateFinalStep of(Mark mark) {
        if (mark instanceof Mark.Carries carries) {
            return f.terms().field(carries.field()).matchingAny(carries.values());
        }
        if (mark instanceof Mark.HasClause clauses) {
            return inThisProcess(
                    new CarriesAny(Fields.CLAUSES, clauses.keys()),
                    f.terms().field(Fields.CLAUSES).matchingAny(clauses.keys()));
        }
        if (mark instanceof Mark.AtLeast least) {
            return f.range().field(least.field()).atLeast(least.least());
        }
        if (mark instanceof Mark.Near near) {
            return inThisProcess(
                    new WithinCircle(near.middle(), near.km()),
                    f.spatial().within().field(Fields.SITES).circle(near.middle(), near.km(), DistanceUnit.KILOMETERS));
        }
        if (mark instanceof Mark.OpenAt open) {
            return f.terms().field(Fields.HOURS).matchingAny(open.moment().open());
        }
        if (mark instanceof Mark.KnownAt known) {
            return f.terms().field(Fields.HOURS).matchingAny(known.moment().known());
        }
        if (mark instanceof Mark.Found found) {
            return found.query().apply(f);
        }
        return joined(mark);
    }

    private PredicateFinalStep joined(Mark mark) {
        if (mark instanceof Mark.Any any) {
            if (any.marks().isEmpty()) {
                return f.matchNone();
            }
            var joined = f.or();
            any.marks().forEach(one -> joined.add(of(one)));
            return joined;
        }
        var marks = ((Mark.Every) mark).marks();
        if (marks.isEmpty()) {
            return f.matchAll();
        }
        var joined = f.bool();
        marks.forEach(one -> joined.filter(of(one)));
        return joined;
    }

    private PredicateFinalStep inThisProcess(Query query, PredicateFinalStep elsewhere) {
        return f.extension()
                .ifSupported(LuceneExtension.get(), lucene -> lucene.fromLuceneQuery(query))
                .orElse(other -> elsewhere);
    }
}
