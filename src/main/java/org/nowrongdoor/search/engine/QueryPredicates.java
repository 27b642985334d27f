package org.nowrongdoor.search.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.lucene.LocalPredicates;
import org.nowrongdoor.search.place.SearchedPlace;
import org.nowrongdoor.search.query.Criterion;
import org.nowrongdoor.search.query.Filter;
import org.nowrongdoor.search.query.NamedServices;
import org.nowrongdoor.search.query.ServiceQuery;
import org.nowrongdoor.search.withheld.OutdatedDocuments;

/** A query as predicates of the index. */
public final class QueryPredicates {

    private final SearchPredicateFactory f;
    private final ServiceQuery query;

    public QueryPredicates(SearchPredicateFactory f, ServiceQuery query) {
        this.f = f;
        this.query = query;
    }

    /** What is looked for in documents that are not outdated. */
    SearchPredicate sought(OutdatedDocuments outdated) {
        return outdated.leftOutOf(f, soughtIn()).toPredicate();
    }

    /** What is looked for, before any filter: kinds, place, needs and words. */
    public PredicateFinalStep soughtIn() {
        var all = f.bool().filter(kinds());
        if (query.where() != null && !query.hasLikelyPlace()) {
            all.filter(inPlace(query.where()));
        }
        if (!query.needs().isEmpty()) {
            all.filter(f.terms().field(IndexFields.NEEDS).matchingAny(codes(query.needs())));
        }
        if (query.wording().named().isAny()) {
            all.filter(named(query.wording().named()));
        } else if (query.text() != null || !query.spoken().isEmpty()) {
            all.filter(LocalPredicates.postFilter(f, words()));
        }
        return all;
    }

    /** The hits, ranked. */
    SearchPredicate ranked(SearchPredicate sought, Collection<Filter> filters) {
        var all = passing(sought, filters, List.of());
        if (query.page().order() == ServiceQuery.Order.RELEVANCE) {
            rank(all);
        }
        return all.toPredicate();
    }

    /** What is sought and passes these filters, in no order. */
    SearchPredicate matching(SearchPredicate sought, Collection<Filter> filters) {
        return passing(sought, filters, List.of()).toPredicate();
    }

    /** What is sought and fails one filter but none of the others. */
    SearchPredicate failingOnly(SearchPredicate sought, Collection<Filter> filters, Filter one) {
        return passing(sought, filters, List.of(one))
                .filter(CriterionPredicate.fails(f, one))
                .toPredicate();
    }

    /** What is sought and fails one filter alone, ranked as the hits are. */
    SearchPredicate rankedFailingOnly(SearchPredicate sought, Collection<Filter> filters, Filter one) {
        var all = passing(sought, filters, List.of(one)).filter(CriterionPredicate.fails(f, one));
        rank(all);
        return all.toPredicate();
    }

    private BooleanPredicateClausesStep<?, ?> passing(
            SearchPredicate sought, Collection<Filter> filters, Collection<Filter> but) {
        var all = f.bool().filter(sought);
        filters.stream()
                .filter(filter -> !but.contains(filter))
                .forEach(filter -> all.mustNot(CriterionPredicate.fails(f, filter)));
        return all;
    }

    private void rank(BooleanPredicateClausesStep<?, ?> all) {
        Ranking.of(query).forEach(step -> step.into(all, f));
    }

    /** Only what answers a search for help; a record of another kind, or a closed one, only by its own name. */
    private PredicateFinalStep kinds() {
        var open = f.bool()
                .filter(f.terms()
                        .field(IndexFields.KIND)
                        .matchingAny(query.bounds().kinds()))
                .filter(f.terms()
                        .field(IndexFields.STATUS)
                        .matchingAny(query.bounds().statuses()));
        if (!query.bounds().byNameToo() || query.text() == null) {
            return open;
        }
        return f.or(open, query.text().isOwnName(f));
    }

    public PredicateFinalStep inPlace(SearchedPlace where) {
        if (where.within() == null && where.point() != null) {
            return f.or(
                    f.terms().field(IndexFields.AREAS).matchingAny(where.covering()),
                    CriterionPredicate.of(f, new Criterion.Near(where.point(), where.radiusKm())));
        }
        return anyOf(serving(where));
    }

    private static List<Criterion.HasAnyTerm> serving(SearchedPlace where) {
        var covering = new Criterion.HasAnyTerm(IndexFields.AREAS, Set.copyOf(where.covering()));
        if (where.within() == null) {
            return List.of(covering);
        }
        var within = Set.of(where.within());
        return List.of(
                covering,
                new Criterion.HasAnyTerm(IndexFields.AREAS_WITHIN, within),
                new Criterion.HasAnyTerm(IndexFields.SITE_REGIONS, within));
    }

    private PredicateFinalStep anyOf(List<Criterion.HasAnyTerm> any) {
        var all = f.or();
        any.forEach(criterion -> all.add(CriterionPredicate.of(f, criterion)));
        return LocalPredicates.anyOf(f, any, all);
    }

    private PredicateFinalStep named(NamedServices named) {
        var ofOwner = f.terms().field(IndexFields.ORGANIZATION).matchingAny(named.organizations());
        return named.successors().isEmpty() ? ofOwner : f.or(ofOwner, f.id().matchingAny(named.successors()));
    }

    /** The words are found, or the needs that they speak of are met and what is left of them is found. */
    private PredicateFinalStep words() {
        if (query.text() == null) {
            return f.terms().field(IndexFields.NEEDS).matchingAny(codes(query.spoken()));
        }
        if (query.spoken().isEmpty()) {
            return f.or(query.text().found(f), query.text().isOwnName(f));
        }
        var needs = f.bool().filter(f.terms().field(IndexFields.NEEDS).matchingAny(codes(query.spoken())));
        if (!query.text().removing().isEmpty()) {
            needs.filter(query.text().restFound(f));
        }
        return f.or(needs, query.text().found(f), query.text().isOwnName(f));
    }

    private static Set<String> codes(List<Set<String>> needs) {
        var all = new HashSet<String>();
        needs.forEach(all::addAll);
        return all;
    }
}
