package org.nowrongdoor.search.collect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.nowrongdoor.search.engine.Ranking;
import org.nowrongdoor.search.engine.SortKey;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.lucene.DocumentIdReader;
import org.nowrongdoor.search.lucene.FilterMatchers;
import org.nowrongdoor.search.lucene.LocalSearcher;
import org.nowrongdoor.search.lucene.SegmentMatchers;
import org.nowrongdoor.search.query.ServiceQuery;

/** Walks once over all that is sought in one segment: tells which filter removes it, counts it, and keeps the best. */
final class HitLeafCollector implements LeafCollector {

    private final HitCollector tally;
    private final FilterMatchers filters;
    private final RankScorer rank;
    private final Value value;
    private final List<FacetCounter.InSegment> facets = new ArrayList<>();
    private final DocumentIdReader ids;

    /** What a hit is put into order by; grows towards the end. */
    private interface Value {
        /** @param last what comes after it does not matter */
        double at(int document, double last) throws IOException;
    }

    HitLeafCollector(
            LeafReaderContext segment,
            ServiceQuery query,
            List<Ranking.Step> steps,
            HitCollector tally,
            LocalSearcher queries)
            throws IOException {
        this.tally = tally;
        var matchers = new SegmentMatchers(segment, queries);
        filters = new FilterMatchers(query.removing(), matchers);
        rank = new RankScorer(steps, matchers);
        value = value(segment, query, matchers);
        for (var facet : tally.facets()) {
            facets.add(facet.count().in(segment));
        }
        ids = new DocumentIdReader(segment.reader());
    }

    private Value value(LeafReaderContext segment, ServiceQuery query, SegmentMatchers matchers) throws IOException {
        return switch (query.page().order()) {
            case RELEVANCE -> this::backwards;
            case DISTANCE -> {
                var point = query.where() == null ? null : query.where().point();
                if (point == null) {
                    yield (document, last) -> SortKey.LAST;
                }
                var sites = matchers.sites(point);
                yield (document, last) -> Math.min(sites.metres(document), SortKey.LAST);
            }
            case VERIFIED -> {
                var days = DocValues.getSortedNumeric(segment.reader(), IndexFields.VERIFIED);
                yield (document, last) -> days.advanceExact(document) ? -days.nextValue() : SortKey.LAST;
            }
        };
    }

    private double backwards(int document, double last) throws IOException {
        return -rank.at(document, -last);
    }

    @Override
    public void setScorer(Scorable none) {}

    @Override
    public void collect(int document) throws IOException {
        var removing = filters.removing(document);
        count(document, removing);
        if (removing == FilterMatchers.NONE) {
            keep(document, tally.hits(), value);
        } else if (removing == tally.eligibility()) {
            keep(document, tally.notEligible(), this::backwards);
        }
    }

    private void count(int document, int removing) throws IOException {
        tally.add(removing);
        for (var i = 0; i < facets.size(); i++) {
            if (removing == FilterMatchers.NONE
                    || removing == tally.facets().get(i).ownFilter()) {
                facets.get(i).add(document);
            }
        }
    }

    private void keep(int document, TopHits best, Value by) throws IOException {
        var last = best.last();
        var place = by.at(document, last);
        if (place <= last) {
            best.add(new SortKey(place, ids.of(document)));
        }
    }

    @Override
    public void finish() throws IOException {
        for (var facet : facets) {
            facet.end();
        }
    }
}
