package org.nowrongdoor.search.engine;

import org.apache.lucene.search.Query;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.spatial.DistanceUnit;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.lucene.DocValuesTermsQuery;
import org.nowrongdoor.search.lucene.SiteDistanceQuery;
import org.nowrongdoor.search.query.Criterion;
import org.nowrongdoor.search.query.Filter;

/** {@link Criterion}s as predicates of the index. */
public final class CriterionPredicate {

    private final SearchPredicateFactory f;

    private CriterionPredicate(SearchPredicateFactory f) {
        this.f = f;
    }

    /** The services that have a mark. */
    public static PredicateFinalStep of(SearchPredicateFactory f, Criterion mark) {
        return new CriterionPredicate(f).of(mark);
    }

    /** The services that a filter removes. */
    static PredicateFinalStep fails(SearchPredicateFactory f, Filter filter) {
        var failing = of(f, filter.failing());
        return filter.certain().equals(Criterion.NONE)
                ? failing
                : f.bool().filter(failing).mustNot(of(f, filter.certain()));
    }

    private PredicateFinalStep of(Criterion mark) {
        if (mark instanceof Criterion.HasAnyTerm carries) {
            return f.terms().field(carries.field()).matchingAny(carries.values());
        }
        if (mark instanceof Criterion.HasClause clauses) {
            return inThisProcess(
                    new DocValuesTermsQuery(IndexFields.CLAUSES, clauses.keys()),
                    f.terms().field(IndexFields.CLAUSES).matchingAny(clauses.keys()));
        }
        if (mark instanceof Criterion.AtLeast least) {
            return f.range().field(least.field()).atLeast(least.least());
        }
        if (mark instanceof Criterion.Near near) {
            return inThisProcess(
                    new SiteDistanceQuery(near.middle(), near.km()),
                    f.spatial()
                            .within()
                            .field(IndexFields.SITES)
                            .circle(near.middle(), near.km(), DistanceUnit.KILOMETERS));
        }
        if (mark instanceof Criterion.OpenAt open) {
            return f.terms().field(IndexFields.HOURS).matchingAny(open.moment().open());
        }
        if (mark instanceof Criterion.KnownAt known) {
            return f.terms().field(IndexFields.HOURS).matchingAny(known.moment().known());
        }
        if (mark instanceof Criterion.MatchesQuery found) {
            return found.query().apply(f);
        }
        return joined(mark);
    }

    private PredicateFinalStep joined(Criterion mark) {
        if (mark instanceof Criterion.AnyOf any) {
            if (any.marks().isEmpty()) {
                return f.matchNone();
            }
            var joined = f.or();
            any.marks().forEach(one -> joined.add(of(one)));
            return joined;
        }
        var marks = ((Criterion.AllOf) mark).marks();
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
