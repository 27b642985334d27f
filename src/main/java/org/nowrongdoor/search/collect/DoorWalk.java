package org.nowrongdoor.search.collect;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.nowrongdoor.search.engine.Ranking;
import org.nowrongdoor.search.index.DoorKind;
import org.nowrongdoor.search.index.DoorRank;
import org.nowrongdoor.search.lucene.DocumentIds;
import org.nowrongdoor.search.lucene.DoorRanks;
import org.nowrongdoor.search.lucene.FilterLooks;
import org.nowrongdoor.search.lucene.LuceneQueries;
import org.nowrongdoor.search.lucene.MarkLooks;
import org.nowrongdoor.search.query.Filter;
import org.nowrongdoor.search.query.Mark;

/** Walks over documents of one segment and keeps the best doors. Those of a class that meet a need come in a walk of
 *  their own, before the others: after it, hardly any other can still come among the best. */
final class DoorWalk implements LeafCollector {

    /** What is looked at beside a document.
     *  @param needs each of which brings {@link DoorRank#FITS}
     *  @param closeness what brings it forward for being close
     *  @param statewide it covers just the whole state
     *  @param removing of which none may remove it */
    record Marks(List<Ranking.Step> needs, List<Ranking.Step> closeness, Mark statewide, List<Filter> removing) {}

    /** What the closest of all has for being close. */
    static final int MOST_CLOSE = 3 * DoorRank.CLOSE;

    /** Which documents are walked over. */
    enum Pass {
        /** Those alone that meet a need. */
        FITTING,
        /** All: those that meet a need are passed over. */
        OTHERS
    }

    private static final int FOR_ALL = DoorRank.bits(List.of(DoorKind.ALTERNATIVE));
    static final int STATEWIDE = DoorRank.bits(List.of(DoorKind.STATEWIDE));

    private final BestDoors best;
    private final Pass pass;
    private final int mostFits;
    private final DoorRanks ranks;
    private final DocumentIds ids;
    private final HitRank needs;
    private final HitRank closeness;
    private final MarkLooks.Look statewide;
    private final FilterLooks filters;

    DoorWalk(LeafReaderContext segment, Marks marks, LuceneQueries queries, Pass pass, BestDoors best)
            throws IOException {
        this.best = best;
        this.pass = pass;
        mostFits = marks.needs().size() * DoorRank.FITS;
        ranks = DoorRanks.of(segment.reader());
        ids = new DocumentIds(segment.reader());
        var looks = new MarkLooks(segment, queries);
        needs = new HitRank(marks.needs(), looks);
        closeness = new HitRank(marks.closeness(), looks);
        statewide = looks.of(marks.statewide());
        filters = new FilterLooks(marks.removing(), looks);
    }

    @Override
    public void setScorer(Scorable none) {}

    @Override
    public void collect(int document) throws IOException {
        var rank = ranks.packed(document);
        if (rank < 0) {
            return;
        }
        var points = DoorRank.points(rank);
        var most = points + (pass == Pass.FITTING ? mostFits : 0) + MOST_CLOSE;
        var kinds = best.open(DoorRank.kinds(rank) | FOR_ALL | STATEWIDE, most);
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
        if (!statewide.at(document)) {
            kinds &= ~STATEWIDE;
        }
        points += closeness.at(document, 0);
        kinds = best.open(kinds, points);
        if (kinds != 0 && !filters.isRemoved(document)) {
            best.add(kinds, points, ids.of(document));
        }
    }

    private int fits(int document) throws IOException {
        var isClear = pass == Pass.FITTING && mostFits == DoorRank.FITS;
        return isClear ? DoorRank.FITS : needs.at(document, 0);
    }
}
