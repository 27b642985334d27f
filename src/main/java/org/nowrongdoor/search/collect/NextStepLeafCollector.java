package org.nowrongdoor.search.collect;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.nowrongdoor.search.engine.Ranking;
import org.nowrongdoor.search.index.NextStepKind;
import org.nowrongdoor.search.index.NextStepRank;
import org.nowrongdoor.search.lucene.DocMatcher;
import org.nowrongdoor.search.lucene.DocumentIdReader;
import org.nowrongdoor.search.lucene.FilterMatchers;
import org.nowrongdoor.search.lucene.LocalSearcher;
import org.nowrongdoor.search.lucene.NextStepRankCache;
import org.nowrongdoor.search.lucene.SegmentMatchers;
import org.nowrongdoor.search.query.Criterion;
import org.nowrongdoor.search.query.Filter;

/** Collects the best next steps of one segment. Those of a tier that meet a need come in a pass of their own, before
 *  the others: after it, hardly any other can still be among the best. */
final class NextStepLeafCollector implements LeafCollector {

    /** What each document is tested for.
     *  @param needs each of which brings {@link NextStepRank#FITS}
     *  @param closeness what brings it forward for being close
     *  @param statewide it covers just the whole state
     *  @param removing of which none may remove it */
    record Criteria(
            List<Ranking.Step> needs, List<Ranking.Step> closeness, Criterion statewide, List<Filter> removing) {}

    /** What the closest of all has for being close. */
    static final int MOST_CLOSE = 3 * NextStepRank.CLOSE;

    /** Which documents a pass collects. */
    enum Pass {
        /** Those alone that meet a need. */
        FITTING,
        /** All: those that meet a need are passed over. */
        OTHERS
    }

    private static final int FOR_ALL = NextStepRank.bits(List.of(NextStepKind.ALTERNATIVE));
    static final int STATEWIDE = NextStepRank.bits(List.of(NextStepKind.STATEWIDE));

    private final TopNextSteps best;
    private final Pass pass;
    private final int mostFits;
    private final NextStepRankCache ranks;
    private final DocumentIdReader ids;
    private final RankScorer needs;
    private final RankScorer closeness;
    private final DocMatcher statewide;
    private final FilterMatchers filters;

    NextStepLeafCollector(
            LeafReaderContext segment, Criteria criteria, LocalSearcher queries, Pass pass, TopNextSteps best)
            throws IOException {
        this.best = best;
        this.pass = pass;
        mostFits = criteria.needs().size() * NextStepRank.FITS;
        ranks = NextStepRankCache.of(segment.reader());
        ids = new DocumentIdReader(segment.reader());
        var matchers = new SegmentMatchers(segment, queries);
        needs = new RankScorer(criteria.needs(), matchers);
        closeness = new RankScorer(criteria.closeness(), matchers);
        statewide = matchers.of(criteria.statewide());
        filters = new FilterMatchers(criteria.removing(), matchers);
    }

    @Override
    public void setScorer(Scorable none) {}

    @Override
    public void collect(int document) throws IOException {
        var rank = ranks.packed(document);
        if (rank < 0) {
            return;
        }
        var points = NextStepRank.points(rank);
        var most = points + (pass == Pass.FITTING ? mostFits : 0) + MOST_CLOSE;
        var kinds = best.open(NextStepRank.kinds(rank) | FOR_ALL | STATEWIDE, most);
        if (kinds == 0) {
            return;
        }
        var fits = fits(document);
        if (pass == Pass.OTHERS && fits > 0) {
            return;
        }
        points += fits;
        kinds = best.open(kinds, points + MOST_CLOSE);
        if (kinds == 0) {
            return;
        }
        if (!statewide.matches(document)) {
            kinds &= ~STATEWIDE;
        }
        points += closeness.at(document, 0);
        kinds = best.open(kinds, points);
        if (kinds != 0 && !filters.isRemoved(document)) {
            best.add(kinds, points, ids.of(document));
        }
    }

    private int fits(int document) throws IOException {
        var isClear = pass == Pass.FITTING && mostFits == NextStepRank.FITS;
        return isClear ? NextStepRank.FITS : needs.at(document, 0);
    }
}
