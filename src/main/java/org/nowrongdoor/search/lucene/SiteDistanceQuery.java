package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.geo.GeoUtils;
import org.apache.lucene.geo.Rectangle;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.region.Point;
import org.nowrongdoor.search.index.IndexFields;

/** Documents with a public site within a circle: those in its bounding box, each tested by distance.
 *
 *  <p>Lucene's own distance query first cuts the circle into thousands of cells, which took two fifths of a search around
 *  a point. The query cache may not keep this one: where a client is stays with the client. */
public final class SiteDistanceQuery extends Query {

    private static final double METRES_OF_KM = 1000;

    /** Cost of testing one document, in comparisons of two numbers. */
    private static final float COST = 20;

    private final Point middle;
    private final double metres;
    private final Query box;

    public SiteDistanceQuery(Point middle, double km) {
        this.middle = middle;
        metres = km * METRES_OF_KM;
        var around = Rectangle.fromPointDistance(middle.latitude(), middle.longitude(), metres);
        box = LatLonPoint.newBoxQuery(IndexFields.SITES, around.minLat, around.maxLat, around.minLon, around.maxLon);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        // Not by the searcher, which would keep what it finds.
        var near = searcher.rewrite(box).createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable Scorer scorer(LeafReaderContext segment) throws IOException {
                var some = near.scorer(segment);
                return some == null ? null : new ConstantScoreScorer(this, score(), mode, within(segment, some));
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    private TwoPhaseIterator within(LeafReaderContext segment, Scorer near) throws IOException {
        var sites = new SiteDistances(DocValues.getSortedNumeric(segment.reader(), IndexFields.SITES), middle);
        var furthest = GeoUtils.distanceQuerySortKey(metres);
        var documents = near.iterator();
        return new TwoPhaseIterator(documents) {
            @Override
            public boolean matches() throws IOException {
                return sites.nearest(documents.docID()) <= furthest;
            }

            @Override
            public float matchCost() {
                return COST;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(IndexFields.SITES)) {
            visitor.visitLeaf(this);
        }
    }

    /** Says nothing of the point. */
    @Override
    public String toString(String defaultField) {
        return IndexFields.SITES + ": within a circle";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SiteDistanceQuery same && middle.equals(same.middle) && metres == same.metres;
    }

    @Override
    public int hashCode() {
        return Objects.hash(middle, metres);
    }
}
