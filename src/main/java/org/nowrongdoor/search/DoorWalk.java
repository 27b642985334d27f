package org.nowrongdoor.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;

/** Walks over documents of one segment and keeps the best doors. Those that meet a need come in a walk of their own, the
 *  first: after it, hardly any other can still come among the best. */
final class DoorWalk implements LeafCollector {

    /** What is looked at beside a document.
     *  @param needs one bit for each that it meets, each of which brings {@link DoorRank#FITS}
     *  @param mostNeeds how many there are
     *  @param areas the bits {@link #IN_STATE} to {@link #COVERS_STATE}
     *  @param near a public site within the radius, or within the region
     *  @param removing of which it may have none */
    record Traits(Trait needs, int mostNeeds, Trait areas, Trait near, List<Trait> removing) {}

    /** It covers an area that holds the place and is no larger than a state. */
    static final long IN_STATE = 1;

    /** The same for a county. */
    static final long IN_COUNTY = 1 << 1;

    /** It covers the place itself. */
    static final long IN_PLACE = 1 << 2;

    /** It covers just the whole state. */
    static final long COVERS_STATE = 1 << 3;

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
    private final int mostNeeds;
    private final DoorRanks ranks;
    private final SortedNumericDocValues upperHalves;
    private final SortedNumericDocValues lowerHalves;
    private final Trait.Look needs;
    private final Trait.Look areas;
    private final Trait.Look near;
    private final List<Trait.Look> removing = new ArrayList<>();

    DoorWalk(LeafReaderContext segment, Traits traits, Pass pass, BestDoors best) throws IOException {
        this.best = best;
        this.pass = pass;
        mostNeeds = traits.mostNeeds();
        ranks = DoorRanks.of(segment.reader());
        upperHalves = DocValues.getSortedNumeric(segment.reader(), Fields.ORDER);
        lowerHalves = DocValues.getSortedNumeric(segment.reader(), Fields.ORDER_LOW);
        needs = traits.needs().in(segment);
        areas = traits.areas().in(segment);
        near = traits.near().in(segment);
        for (var trait : traits.removing()) {
            removing.add(trait.in(segment));
        }
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
        var mostFits = pass == Pass.FITTING ? mostNeeds * DoorRank.FITS : 0;
        var kinds = best.open(DoorRank.kinds(rank) | FOR_ALL | STATEWIDE, points + mostFits + MOST_CLOSE);
        if (kinds == 0) {
            return;
        }
        var fits = fits(document);
        if (pass == Pass.OTHERS && fits > 0) {
            return;
        }
        points += fits * DoorRank.FITS;
        kinds = best.open(kinds, points + MOST_CLOSE);
        if (kinds == 0) {
            return;
        }
        var covered = areas.at(document);
        if ((covered & COVERS_STATE) == 0) {
            kinds &= ~STATEWIDE;
        }
        points += close(document, covered) * DoorRank.CLOSE;
        kinds = best.open(kinds, points);
        if (kinds != 0 && !isRemoved(document)) {
            best.add(kinds, points, id(document));
        }
    }

    /** How many of the needs it meets. */
    private int fits(int document) throws IOException {
        var isClear = pass == Pass.FITTING && mostNeeds == 1;
        return isClear ? 1 : Long.bitCount(needs.at(document));
    }

    /** How many steps it is closer than the nation. */
    private int close(int document, long covered) throws IOException {
        var isInCounty = (covered & IN_COUNTY) != 0 || near.at(document) != 0;
        return Long.bitCount(covered & (IN_STATE | IN_PLACE)) + (isInCounty ? 1 : 0);
    }

    private boolean isRemoved(int document) throws IOException {
        for (var trait : removing) {
            if (trait.at(document) != 0) {
                return true;
            }
        }
        return false;
    }

    private UUID id(int document) throws IOException {
        upperHalves.advanceExact(document);
        lowerHalves.advanceExact(document);
        return new UUID(upperHalves.nextValue(), lowerHalves.nextValue());
    }
}
