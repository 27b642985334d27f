package org.nowrongdoor.search.lucene;

import java.io.IOException;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.SloppyMath;
import org.nowrongdoor.region.Point;

/** How far the nearest public site of a document is from a point: as exactly, and on the same sphere, as the index would
 *  find it within a circle. */
public final class SiteDistances {

    private static final int NONE = -1;

    private final SortedNumericDocValues sites;
    private final double latitude;
    private final double longitude;
    private int last = NONE;
    private double nearest;

    /** @param sites points as Lucene packs them */
    SiteDistances(SortedNumericDocValues sites, Point from) {
        this.sites = sites;
        latitude = from.latitude();
        longitude = from.longitude();
    }

    /** Something that grows with the distance, see {@link SloppyMath#haversinSortKey}; infinite where there is no site. */
    double nearest(int document) throws IOException {
        if (document != last) {
            last = document;
            nearest = sites.advanceExact(document) ? read() : Double.POSITIVE_INFINITY;
        }
        return nearest;
    }

    /** In metres; infinite where there is no site. */
    public double metres(int document) throws IOException {
        var key = nearest(document);
        return Double.isInfinite(key) ? key : SloppyMath.haversinMeters(key);
    }

    private double read() throws IOException {
        var least = Double.POSITIVE_INFINITY;
        for (var left = sites.docValueCount(); left > 0; left--) {
            var packed = sites.nextValue();
            var siteLatitude = GeoEncodingUtils.decodeLatitude((int) (packed >> Integer.SIZE));
            var siteLongitude = GeoEncodingUtils.decodeLongitude((int) packed);
            least = Math.min(least, SloppyMath.haversinSortKey(latitude, longitude, siteLatitude, siteLongitude));
        }
        return least;
    }
}
