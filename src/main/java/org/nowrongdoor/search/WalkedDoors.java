package org.nowrongdoor.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;

/** Finds the doors of all kinds in a few walks over whoever answers for the place: for an index in this process.
 *
 *  <p>First come those that meet a need, then the others, class by class, until no door of a class can come among the
 *  best any more; mostly that is soon. What is known of a service beforehand is one number beside its document. Only
 *  where that number may bring it among the best is it looked at more closely, and last of all for what the person
 *  fails: next steps are asked with every search, and must cost little. */
final class WalkedDoors implements DoorFinder {

    private static final double METRES_OF_KM = 1000;

    private final SearchScope<ServiceDocument> scope;
    private final ServiceSearch search;
    private final StoredServices services;

    WalkedDoors(SearchScope<ServiceDocument> scope, ServiceSearch search, StoredServices services) {
        this.scope = scope;
        this.search = search;
        this.services = services;
    }

    @Override
    public List<Door> best(ServiceQuery query, Set<UUID> shown, List<Wanted> wanted) {
        var asOf = services.generation();
        var best = new BestDoors(wanted, shown);
        try (var reader = scope.extension(LuceneExtension.get()).openIndexReader()) {
            walk(reader, query, best);
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

    private void walk(IndexReader reader, ServiceQuery query, BestDoors best) throws IOException {
        var searcher = new IndexSearcher(reader);
        var traits = traits(searcher, query);
        var needs = needs(query).stream().flatMap(Set::stream).collect(Collectors.toSet());
        if (!needs.isEmpty()) {
            var fitting = query(
                    f -> f.and(inPlace(f, query), f.terms().field(Fields.NEEDS).matchingAny(needs)));
            walk(searcher, fitting, traits, DoorWalk.Pass.FITTING, best);
        }
        for (var one : DoorClass.values()) {
            var open = best.open(one.kinds(), one.most() + DoorWalk.MOST_CLOSE);
            if (open != 0) {
                var some = new BooleanQuery.Builder()
                        .add(query(f -> holding(f, query, open)), BooleanClause.Occur.FILTER)
                        .add(new OfDoorClass(one), BooleanClause.Occur.FILTER)
                        .build();
                walk(searcher, some, traits, DoorWalk.Pass.OTHERS, best);
            }
        }
    }

    private static void walk(
            IndexSearcher searcher, Query query, DoorWalk.Traits traits, DoorWalk.Pass pass, BestDoors best)
            throws IOException {
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var segment : searcher.getIndexReader().leaves()) {
            var documents = weight.bulkScorer(segment);
            if (documents != null) {
                documents.score(
                        new DoorWalk(segment, traits, pass, best),
                        segment.reader().getLiveDocs(),
                        0,
                        DocIdSetIterator.NO_MORE_DOCS);
            }
        }
    }

    /** Where doors of the kinds that are still open may be. */
    private static PredicateFinalStep holding(SearchPredicateFactory f, ServiceQuery query, int open) {
        var where = query.where();
        return open == DoorWalk.STATEWIDE && where != null && !where.state().isEmpty()
                ? f.terms().field(Fields.AREAS).matchingAny(where.state())
                : inPlace(f, query);
    }

    private static PredicateFinalStep inPlace(SearchPredicateFactory f, ServiceQuery query) {
        return query.where() == null ? f.matchAll() : new Predicates(f, query).inPlace(query.where());
    }

    private DoorWalk.Traits traits(IndexSearcher searcher, ServiceQuery query) throws IOException {
        var needs = needs(query);
        var removing = new ArrayList<Trait>();
        for (var filter : query.removing()) {
            removing.add(Trait.found(searcher, query(filter::fails)));
        }
        var where = query.where();
        return new DoorWalk.Traits(
                Trait.carrying(Fields.NEEDS, needs),
                needs.size(),
                where == null ? Trait.NONE : areas(where),
                where == null ? Trait.NONE : near(searcher, where),
                removing);
    }

    /** The needs of a question, each with the codes that stand for it. */
    private static List<Set<String>> needs(ServiceQuery query) {
        return Stream.concat(query.needs().stream(), query.spoken().stream())
                .limit(Trait.MOST_SETS)
                .toList();
    }

    /** In the order of the bits of {@link DoorWalk}. */
    private static Trait areas(Where where) {
        return Trait.carrying(
                Fields.AREAS, List.of(where.upToState(), where.upToCounty(), where.place(), where.state()));
    }

    private Trait near(IndexSearcher searcher, Where where) throws IOException {
        var within = where.within();
        if (within != null) {
            return Trait.found(
                    searcher,
                    query(f -> f.or(
                            f.match().field(Fields.SITE_REGIONS).matching(within),
                            f.match().field(Fields.AREAS_WITHIN).matching(within))));
        }
        if (where.point() == null) {
            return Trait.NONE;
        }
        return Trait.found(
                searcher,
                LatLonDocValuesField.newSlowDistanceQuery(
                        Fields.SITES,
                        where.point().latitude(),
                        where.point().longitude(),
                        where.radiusKm() * METRES_OF_KM));
    }

    private Query query(Function<SearchPredicateFactory, PredicateFinalStep> predicate) {
        return LuceneMigrationUtils.toLuceneQuery(
                predicate.apply(scope.predicate()).toPredicate());
    }
}
