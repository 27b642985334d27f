package org.nowrongdoor.search.collect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.nowrongdoor.search.engine.HitPlace;
import org.nowrongdoor.search.engine.Ranking;
import org.nowrongdoor.search.index.Fields;
import org.nowrongdoor.search.lucene.DocumentIds;
import org.nowrongdoor.search.lucene.FilterLooks;
import org.nowrongdoor.search.lucene.LuceneQueries;
import org.nowrongdoor.search.lucene.MarkLooks;
import org.nowrongdoor.search.query.ServiceQuery;

/** Walks once over all that is sought in one segment: tells which filter removes it, counts it, and keeps the best. */
final class HitWalk implements LeafCollector {

    private final HitTally tally;
    private final FilterLooks filters;
    private final HitRank rank;
    private final Value value;
    private final List<FacetCount.InSegment> facets = new ArrayList<>();
    private final DocumentIds ids;

    /** What a hit is put into order by; grows towards the end. */
    private interface Value {
        /** @param last what comes after it does not matter */
        double at(int document, double last) throws IOException;
    }

    HitWalk(
            LeafReaderContext segment,
            ServiceQuery query,
            List<Ranking.Step> steps,
            HitTally tally,
            LuceneQueries queries)
            throws IOException {
        this.tally = tally;
        var marks = new MarkLooks(segment, queries);
        filters = new FilterLooks(query.removing(), marks);
        rank = new HitRank(steps, marks);
        value = value(segment, query, marks);
        for (var facet : tally.facets()) {
            facets.add(facet.count().in(segment));
        }
        ids = new DocumentIds(segment.reader());
    }

    private Value value(LeafReaderContext segment, ServiceQuery query, MarkLooks marks) throws IOException {
        return switch (query.page().order()) {
            case RELEVANCE -> this::backwards;
            case DISTANCE -> {
                var point = query.where() == null ? null : query.where().point();
                if (point == null) {
                    yield (document, last) -> HitPlace.LAST;
                }
                var sites = marks.sites(point);
                yield (document, last) -> Math.min(sites.metres(document), HitPlace.LAST);
            }
            case VERIFIED -> {
                var days = DocValues.getSortedNumeric(segment.reader(), Fields.VERIFIED);
                yield (document, last) -> days.advanceExact(document) ? -days.nextValue() : HitPlace.LAST;
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
        if (removing == FilterLooks.NONE) {
            keep(document, tally.hits(), value);
        } else if (removing == tally.eligibility()) {
            keep(document, tally.notEligible(), this::backwards);
        }
    }

    private void count(int document, int removing) throws IOException {
        tally.add(removing);
        for (var i = 0; i < facets.size(); i++) {
            if (removing == FilterLooks.NONE
                    || removing == tally.facets().get(i).ownFilter()) {
                facets.get(i).add(document);
            }
        }
    }

    private void keep(int document, BestHits best, Value by) throws IOException {
        var last = best.last();
        var place = by.at(document, last);
        if (place <= last) {
            best.add(new HitPlace(place, ids.of(document)));
        }
    }

    @Override
    public void finish() throws IOException {
        for (var facet : facets) {
            facet.end();
        }
    }
}
