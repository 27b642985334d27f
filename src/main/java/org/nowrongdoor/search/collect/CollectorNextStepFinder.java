package org.nowrongdoor.search.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.search.engine.CriterionPredicate;
import org.nowrongdoor.search.engine.NextStepFinder;
import org.nowrongdoor.search.engine.QueryPredicates;
import org.nowrongdoor.search.engine.Ranking;
import org.nowrongdoor.search.engine.ServiceSearcher;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.NextStepRank;
import org.nowrongdoor.search.index.SearchedIndex;
import org.nowrongdoor.search.index.StoredServiceCache;
import org.nowrongdoor.search.lucene.LocalSearcher;
import org.nowrongdoor.search.lucene.NextStepTier;
import org.nowrongdoor.search.lucene.NextStepTierQuery;
import org.nowrongdoor.search.query.Criterion;
import org.nowrongdoor.search.query.ServiceQuery;
import org.nowrongdoor.search.withheld.OutdatedDocumentFinder;

/** Finds next steps of all kinds in a few passes over the services that cover the place, for a local index.
 *
 *  <p>It goes tier by tier, first over those that meet a need and then over the others, until no service of a tier can
 *  be among the best any more; mostly that is soon. The rank of a service without a query is one number per document.
 *  Only where that number may bring it among the best are its other criteria tested, and the client's own last of all:
 *  next steps come with every search and must cost little. */
public final class CollectorNextStepFinder implements NextStepFinder {

    private final SearchedIndex index;
    private final ServiceSearcher search;
    private final StoredServiceCache services;
    private final OutdatedDocumentFinder outdated;

    public CollectorNextStepFinder(
            SearchedIndex index, ServiceSearcher search, StoredServiceCache services, OutdatedDocumentFinder outdated) {
        this.index = index;
        this.search = search;
        this.services = services;
        this.outdated = outdated;
    }

    @Override
    public List<Door> best(ServiceQuery query, Set<UUID> shown, List<Wanted> wanted) {
        var asOf = services.generation();
        var best = new TopNextSteps(wanted, shown);
        var old = outdated.current();
        try (var view = index.open()) {
            walk(new LocalSearcher(index.scope(), view.reader(), old), query, best);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var chosen = best.chosen();
        var found =
                search.load(chosen.stream().map(door -> door.id().toString()).toList(), asOf);
        var doors = new ArrayList<Door>();
        for (var door : chosen) {
            found.stream()
                    .filter(service -> service.service().id().equals(door.id()))
                    .forEach(service -> doors.add(new Door(door.kind(), service)));
        }
        return doors;
    }

    private static void walk(LocalSearcher queries, ServiceQuery query, TopNextSteps best) throws IOException {
        var criteria = criteria(query);
        var inPlace = queries.query(f -> inPlace(f, query));
        var needs = needs(query).flatMap(Set::stream).collect(Collectors.toSet());
        var mostFits = criteria.needs().size() * NextStepRank.FITS;
        for (var one : NextStepTier.values()) {
            var most = one.most() + NextStepLeafCollector.MOST_CLOSE;
            var ofClass = new NextStepTierQuery(one);
            if (mostFits > 0 && best.open(one.kinds(), most + mostFits) != 0) {
                var fitting =
                        queries.query(f -> f.terms().field(IndexFields.NEEDS).matchingAny(needs));
                walk(
                        queries,
                        both(both(inPlace, fitting), ofClass),
                        criteria,
                        NextStepLeafCollector.Pass.FITTING,
                        best);
            }
            var open = best.open(one.kinds(), most);
            if (open != 0) {
                var holding = open == NextStepLeafCollector.STATEWIDE
                        ? queries.query(f -> CriterionPredicate.of(f, criteria.statewide()))
                        : inPlace;
                walk(queries, both(holding, ofClass), criteria, NextStepLeafCollector.Pass.OTHERS, best);
            }
        }
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, BooleanClause.Occur.FILTER)
                .add(other, BooleanClause.Occur.FILTER)
                .build();
    }

    private static void walk(
            LocalSearcher queries,
            Query query,
            NextStepLeafCollector.Criteria criteria,
            NextStepLeafCollector.Pass pass,
            TopNextSteps best)
            throws IOException {
        queries.walk(query, segment -> new NextStepLeafCollector(segment, criteria, queries, pass, best));
    }

    private static PredicateFinalStep inPlace(SearchPredicateFactory f, ServiceQuery query) {
        return query.where() == null ? f.matchAll() : new QueryPredicates(f, query).inPlace(query.where());
    }

    private static NextStepLeafCollector.Criteria criteria(ServiceQuery query) {
        var where = query.where();
        return new NextStepLeafCollector.Criteria(
                needs(query)
                        .map(codes ->
                                new Ranking.Step(Criterion.hasAnyTerm(IndexFields.NEEDS, codes), NextStepRank.FITS))
                        .toList(),
                where == null ? List.of() : Ranking.ofDoors(where),
                where == null ? Criterion.NONE : Criterion.hasAnyTerm(IndexFields.AREAS, where.state()),
                query.removing());
    }

    /** The needs of a question, each with the codes that stand for it. */
    private static Stream<Set<String>> needs(ServiceQuery query) {
        return Stream.concat(query.needs().stream(), query.spoken().stream());
    }
}
