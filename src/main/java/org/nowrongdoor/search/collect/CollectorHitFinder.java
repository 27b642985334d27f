package org.nowrongdoor.search.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.engine.HitFinder;
import org.nowrongdoor.search.engine.QueryPredicates;
import org.nowrongdoor.search.engine.Ranking;
import org.nowrongdoor.search.engine.SortKey;
import org.nowrongdoor.search.index.SearchedIndex;
import org.nowrongdoor.search.lucene.LocalSearcher;
import org.nowrongdoor.search.model.Cursor;
import org.nowrongdoor.search.query.ServiceQuery;
import org.nowrongdoor.search.withheld.OutdatedDocumentFinder;

/** Finds hits and every count in one pass over what the query finds, for a local index. */
public final class CollectorHitFinder implements HitFinder {

    private final SearchedIndex index;
    private final OutdatedDocumentFinder outdated;

    public CollectorHitFinder(SearchedIndex index, OutdatedDocumentFinder outdated) {
        this.index = index;
        this.outdated = outdated;
    }

    @Override
    public Hits find(ServiceQuery query, int shape, List<String> facets) {
        var tally = new HitCollector(query, after(query.page().after()), facets);
        var old = outdated.known();
        try (var view = index.open()) {
            walk(new LocalSearcher(index.scope(), view.reader(), old), query, tally);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hits(query, shape, tally);
    }

    private static @Nullable SortKey after(@Nullable Cursor cursor) {
        return cursor == null ? null : new SortKey(cursor.value(), cursor.id());
    }

    private static void walk(LocalSearcher queries, ServiceQuery query, HitCollector tally) throws IOException {
        var steps = Ranking.of(query);
        queries.walk(
                queries.query(f -> new QueryPredicates(f, query).soughtIn()),
                segment -> new HitLeafCollector(segment, query, steps, tally, queries));
    }

    private static Hits hits(ServiceQuery query, int shape, HitCollector tally) {
        var size = query.page().size();
        var places = tally.hits().places();
        var shown = places.subList(0, Math.min(size, places.size()));
        var cursor = query.page().after();
        var passed = (cursor == null ? 0 : cursor.passed()) + shown.size();
        var last = places.size() > size ? shown.get(size - 1) : null;
        return new Hits(
                ids(shown),
                ids(tally.notEligible().places()),
                tally.total(),
                true,
                tally.leftOut(),
                tally.counts(),
                last == null ? null : new Cursor(shape, last.value(), last.id(), passed));
    }

    private static List<String> ids(List<SortKey> places) {
        return places.stream().map(place -> place.id().toString()).toList();
    }
}
