package org.nowrongdoor.search.engine;

import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.spatial.DistanceUnit;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.lucene.LocalPredicates;
import org.nowrongdoor.search.query.Criterion;
import org.nowrongdoor.search.query.Filter;

/** {@link Criterion}s as predicates of the index. */
public final class CriterionPredicate {

    private final SearchPredicateFactory f;

    private CriterionPredicate(SearchPredicateFactory f) {
        this.f = f;
    }

    /** The services that meet a criterion. */
    public static PredicateFinalStep of(SearchPredicateFactory f, Criterion criterion) {
        return new CriterionPredicate(f).of(criterion);
    }

    /** The services that a filter removes. */
    static PredicateFinalStep fails(SearchPredicateFactory f, Filter filter) {
        var failing = of(f, filter.failing());
        return filter.certain().equals(Criterion.NONE)
                ? failing
                : f.bool().filter(failing).mustNot(of(f, filter.certain()));
    }

    private PredicateFinalStep of(Criterion criterion) {
        if (criterion instanceof Criterion.HasAnyTerm carries) {
            return f.terms().field(carries.field()).matchingAny(carries.values());
        }
        if (criterion instanceof Criterion.HasClause clauses) {
            return LocalPredicates.hasClause(
                    f, clauses.keys(), f.terms().field(IndexFields.CLAUSES).matchingAny(clauses.keys()));
        }
        if (criterion instanceof Criterion.AtLeast least) {
            return f.range().field(least.field()).atLeast(least.least());
        }
        if (criterion instanceof Criterion.Near near) {
            var middle = near.middle();
            return LocalPredicates.near(
                    f,
                    middle,
                    near.km(),
                    f.spatial()
                            .within()
                            .field(IndexFields.SITES)
                            .circle(middle.latitude(), middle.longitude(), near.km(), DistanceUnit.KILOMETERS));
        }
        if (criterion instanceof Criterion.OpenAt open) {
            return f.terms().field(IndexFields.HOURS).matchingAny(open.moment().open());
        }
        if (criterion instanceof Criterion.KnownAt known) {
            return f.terms().field(IndexFields.HOURS).matchingAny(known.moment().known());
        }
        if (criterion instanceof Criterion.MatchesQuery found) {
            return found.query().apply(f);
        }
        if (criterion instanceof Criterion.Not not) {
            return f.not(of(not.other()));
        }
        return joined(criterion);
    }

    private PredicateFinalStep joined(Criterion criterion) {
        if (criterion instanceof Criterion.AnyOf any) {
            if (any.criteria().isEmpty()) {
                return f.matchNone();
            }
            var joined = f.or();
            any.criteria().forEach(one -> joined.add(of(one)));
            return joined;
        }
        var criteria = ((Criterion.AllOf) criterion).criteria();
        if (criteria.isEmpty()) {
            return f.matchAll();
        }
        var joined = f.bool();
        criteria.forEach(one -> joined.filter(of(one)));
        return joined;
    }
}
