package org.nowrongdoor.search.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.search.index.Channels;
import org.nowrongdoor.search.index.DoorKind;
import org.nowrongdoor.search.index.DoorRank;
import org.nowrongdoor.search.index.Fields;
import org.nowrongdoor.search.query.ServiceQuery;

/** Asks the index for the doors of each kind in turn: for an index that is elsewhere. */
public final class AskedDoors implements DoorFinder {

    private final ServiceSearch search;

    public AskedDoors(ServiceSearch search) {
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

    private static SearchPredicate of(SearchPredicateFactory f, ServiceQuery query, DoorKind kind, Set<String> taken) {
        var all = f.bool()
                .filter(isOf(f, query, kind))
                .filter(f.terms().field(Fields.KIND).matchingAny(DoorRank.KINDS))
                .filter(f.match().field(Fields.STATUS).matching("active"))
                .filter(f.terms().field(Fields.CHANNELS).matchingAny(Channels.ALL));
        if (!taken.isEmpty()) {
            all.mustNot(f.id().matchingAny(taken));
        }
        query.removing().forEach(filter -> all.mustNot(MarkPredicate.fails(f, filter)));
        if (query.where() != null) {
            all.filter(new Predicates(f, query).inPlace(query.where()));
            Ranking.ofDoors(query.where()).forEach(step -> step.into(all, f));
        }
        rank(f, all, query);
        return all.toPredicate();
    }

    private static PredicateFinalStep isOf(SearchPredicateFactory f, ServiceQuery query, DoorKind kind) {
        return switch (kind) {
            case NAVIGATOR ->
                f.bool()
                        .filter(f.match().field(Fields.KIND).matching("navigator"))
                        .mustNot(f.match().field(Fields.AREAS).matching(Region.NATION));
            case PEER_LED -> f.terms().field(Fields.FACTS).matchingAny(DoorRank.PEER_LED);
            case STATEWIDE ->
                query.where() == null || query.where().state().isEmpty()
                        ? f.matchNone()
                        : f.terms()
                                .field(Fields.AREAS)
                                .matchingAny(query.where().state());
            case NATIONAL ->
                f.and(
                        f.match().field(Fields.KIND).matching("hotline"),
                        f.match().field(Fields.AREAS).matching(Region.NATION));
            case ALTERNATIVE -> f.matchAll();
        };
    }

    private static void rank(SearchPredicateFactory f, BooleanPredicateClausesStep<?, ?> all, ServiceQuery query) {
        Stream.concat(query.needs().stream(), query.spoken().stream())
                .forEach(needs -> add(f, all, f.terms().field(Fields.NEEDS).matchingAny(needs), DoorRank.FITS));
        add(f, all, f.terms().field(Fields.KIND).matchingAny(DoorRank.ANSWERING_ANYBODY), DoorRank.ANSWERS_ANYBODY);
        add(f, all, f.terms().field(Fields.FACTS).matchingAny(DoorRank.PEER_LED), DoorRank.PEER);
        Channels.AT_ONCE.forEach(
                channel -> add(f, all, f.match().field(Fields.CHANNELS).matching(channel), DoorRank.REACHED_AT_ONCE));
    }

    private static void add(
            SearchPredicateFactory f, BooleanPredicateClausesStep<?, ?> all, PredicateFinalStep what, int points) {
        all.should(f.bool().must(what).constantScore().boost(points));
    }
}
