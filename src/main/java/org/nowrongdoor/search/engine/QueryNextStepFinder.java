package org.nowrongdoor.search.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.search.index.Channels;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.NextStepKind;
import org.nowrongdoor.search.index.NextStepRank;
import org.nowrongdoor.search.query.ServiceQuery;

/** Asks the index for the doors of each kind in turn: for an index that is elsewhere. */
public final class QueryNextStepFinder implements NextStepFinder {

    private final ServiceSearcher search;

    public QueryNextStepFinder(ServiceSearcher search) {
        this.search = search;
    }

    @Override
    public List<Door> best(ServiceQuery query, Set<UUID> shown, List<Wanted> wanted) {
        var doors = new ArrayList<Door>();
        var taken = new HashSet<String>();
        shown.forEach(id -> taken.add(id.toString()));
        for (var some : wanted) {
            search.top(f -> of(f, query, some.kind(), taken), some.most()).forEach(service -> {
                taken.add(service.service().id().toString());
                doors.add(new Door(some.kind(), service));
            });
        }
        return doors;
    }

    private static PredicateFinalStep of(
            SearchPredicateFactory f, ServiceQuery query, NextStepKind kind, Set<String> taken) {
        var all = f.bool()
                .filter(isOf(f, query, kind))
                .filter(f.terms().field(IndexFields.KIND).matchingAny(NextStepRank.KINDS))
                .filter(f.match().field(IndexFields.STATUS).matching("active"))
                .filter(f.terms().field(IndexFields.CHANNELS).matchingAny(Channels.ALL));
        if (!taken.isEmpty()) {
            all.mustNot(f.id().matchingAny(taken));
        }
        query.removing().forEach(filter -> all.mustNot(CriterionPredicate.fails(f, filter)));
        if (query.where() != null) {
            all.filter(new QueryPredicates(f, query).inPlace(query.where()));
            Ranking.ofDoors(query.where()).forEach(step -> step.into(all, f));
        }
        rank(f, all, query);
        return all;
    }

    private static PredicateFinalStep isOf(SearchPredicateFactory f, ServiceQuery query, NextStepKind kind) {
        return switch (kind) {
            case NAVIGATOR ->
                f.bool()
                        .filter(f.match().field(IndexFields.KIND).matching("navigator"))
                        .mustNot(f.match().field(IndexFields.AREAS).matching(Region.NATION));
            case PEER_LED -> f.terms().field(IndexFields.FACTS).matchingAny(NextStepRank.PEER_LED);
            case STATEWIDE ->
                query.where() == null || query.where().state().isEmpty()
                        ? f.matchNone()
                        : f.terms()
                                .field(IndexFields.AREAS)
                                .matchingAny(query.where().state());
            case NATIONAL ->
                f.and(
                        f.match().field(IndexFields.KIND).matching("hotline"),
                        f.match().field(IndexFields.AREAS).matching(Region.NATION));
            case ALTERNATIVE -> f.matchAll();
        };
    }

    private static void rank(SearchPredicateFactory f, BooleanPredicateClausesStep<?, ?> all, ServiceQuery query) {
        Stream.concat(query.needs().stream(), query.spoken().stream())
                .forEach(
                        needs -> add(f, all, f.terms().field(IndexFields.NEEDS).matchingAny(needs), NextStepRank.FITS));
        add(
                f,
                all,
                f.terms().field(IndexFields.KIND).matchingAny(NextStepRank.ANSWERING_ANYBODY),
                NextStepRank.ANSWERS_ANYBODY);
        add(f, all, f.terms().field(IndexFields.FACTS).matchingAny(NextStepRank.PEER_LED), NextStepRank.PEER);
        Channels.AT_ONCE.forEach(channel ->
                add(f, all, f.match().field(IndexFields.CHANNELS).matching(channel), NextStepRank.REACHED_AT_ONCE));
    }

    private static void add(
            SearchPredicateFactory f, BooleanPredicateClausesStep<?, ?> all, PredicateFinalStep what, int points) {
        all.should(f.bool().must(what).constantScore().boost(points));
    }
}
