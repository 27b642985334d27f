package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.geo.GeoUtils;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.hibernate.search.engine.spatial.GeoPoint;
import org.nowrongdoor.search.index.Fields;
import org.nowrongdoor.search.index.HourIndex;
import org.nowrongdoor.search.query.Mark;

/** Looks at {@link Mark}s beside the documents of one segment, one document after the other, instead of asking the whole
 *  index for each. What several marks ask of one field is read once. */
public final class MarkLooks {

    /** Whether the document at hand has a mark. */
    public interface Look {
        boolean at(int document) throws IOException;

        /** Whether any says so; the first that does is enough. */
        static Look any(List<Look> looks) {
            var others = others(looks);
            var inBits = BitsLook.any(inBits(looks));
            if (others.length == 0) {
                return inBits;
            }
            return document -> {
                if (inBits.at(document)) {
                    return true;
                }
                for (var look : others) {
                    if (look.at(document)) {
                        return true;
                    }
                }
                return false;
            };
        }

        /** Whether all say so; the first that does not is enough. */
        static Look every(List<Look> looks) {
            var others = others(looks);
            var inBits = BitsLook.every(inBits(looks));
            if (others.length == 0) {
                return inBits;
            }
            return document -> {
                if (!inBits.at(document)) {
                    return false;
                }
                for (var look : others) {
                    if (!look.at(document)) {
                        return false;
                    }
                }
                return true;
            };
        }

        private static List<BitsLook> inBits(List<Look> looks) {
            return looks.stream()
                    .filter(BitsLook.class::isInstance)
                    .map(BitsLook.class::cast)
                    .toList();
        }

        private static Look[] others(List<Look> looks) {
            return looks.stream().filter(look -> !(look instanceof BitsLook)).toArray(Look[]::new);
        }
    }

    private static final double METRES_OF_KM = 1000;

    private final LeafReaderContext segment;
    private final LuceneQueries queries;
    private final Map<String, List<KeywordLook>> keywords = new HashMap<>();
    private final Map<GeoPoint, SiteLook> sites = new HashMap<>();
    private final Map<Instant, HourLook> hours = new HashMap<>();

    public MarkLooks(LeafReaderContext segment, LuceneQueries queries) {
        this.segment = segment;
        this.queries = queries;
    }

    /** How to look for a mark. To be asked before the first document; documents come in growing order. */
    public Look of(Mark mark) throws IOException {
        if (mark instanceof Mark.Carries carries) {
            return keywords(carries);
        }
        if (mark instanceof Mark.HasClause clauses) {
            return queries.parts(clauses, () -> new CarriesAny(Fields.CLAUSES, clauses.keys()))
                    .in(segment);
        }
        if (mark instanceof Mark.AtLeast least) {
            return atLeast(least);
        }
        if (mark instanceof Mark.Near near) {
            return near(near);
        }
        if (mark instanceof Mark.OpenAt open) {
            return hours(open.moment())::isOpen;
        }
        if (mark instanceof Mark.KnownAt known) {
            return hours(known.moment())::isKnown;
        }
        if (mark instanceof Mark.Found found) {
            return queries.parts(found, () -> queries.query(found.query())).in(segment);
        }
        return mark instanceof Mark.Any any ? Look.any(of(any.marks())) : Look.every(of(((Mark.Every) mark).marks()));
    }

    private List<Look> of(List<Mark> marks) throws IOException {
        var looks = new ArrayList<Look>();
        for (var mark : marks) {
            looks.add(of(mark));
        }
        return looks;
    }

    private Look keywords(Mark.Carries carries) throws IOException {
        if (ValueBits.FIELDS.contains(carries.field())) {
            return BitsLook.in(ValueBits.of(segment.reader(), carries.field(), carries.values()));
        }
        var ofField = keywords.computeIfAbsent(carries.field(), field -> new ArrayList<>());
        if (ofField.isEmpty() || ofField.get(ofField.size() - 1).isFull()) {
            ofField.add(new KeywordLook(DocValues.getSortedSet(segment.reader(), carries.field())));
        }
        var look = ofField.get(ofField.size() - 1);
        var bit = look.bitOf(carries.values());
        return bit == 0 ? BitsLook.NEVER : document -> (look.at(document) & bit) != 0;
    }

    private Look atLeast(Mark.AtLeast mark) throws IOException {
        var values = DocValues.getSortedNumeric(segment.reader(), mark.field());
        return document -> values.advanceExact(document) && values.nextValue() >= mark.least();
    }

    private Look near(Mark.Near mark) throws IOException {
        var look = sites(mark.middle());
        var furthest = GeoUtils.distanceQuerySortKey(mark.km() * METRES_OF_KM);
        return document -> look.nearest(document) <= furthest;
    }

    /** How far the public sites of documents are from a point. */
    public SiteLook sites(GeoPoint from) throws IOException {
        var known = sites.get(from);
        if (known == null) {
            known = new SiteLook(DocValues.getSortedNumeric(segment.reader(), Fields.SITES), from);
            sites.put(from, known);
        }
        return known;
    }

    /** What is said of documents' hours at a moment. */
    private HourLook hours(HourIndex.Moment moment) throws IOException {
        var known = hours.get(moment.at());
        if (known == null) {
            known = new HourLook(DocValues.getSortedNumeric(segment.reader(), Fields.SPANS), moment.clocks());
            hours.put(moment.at(), known);
        }
        return known;
    }
}
