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
import org.nowrongdoor.search.index.HourIndex;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.query.Criterion;

/** Looks at {@link Criterion}s beside the documents of one segment, one document after the other, instead of asking the whole
 *  index for each. What several marks ask of one field is read once. */
public final class SegmentMatchers {

    /** Whether the document at hand has a mark. */
    public interface DocMatcher {
        boolean matches(int document) throws IOException;

        /** Whether any says so; the first that does is enough. */
        static DocMatcher any(List<DocMatcher> looks) {
            var others = others(looks);
            var inBits = BitSetMatcher.any(inBits(looks));
            if (others.length == 0) {
                return inBits;
            }
            return document -> {
                if (inBits.matches(document)) {
                    return true;
                }
                for (var look : others) {
                    if (look.matches(document)) {
                        return true;
                    }
                }
                return false;
            };
        }

        /** Whether all say so; the first that does not is enough. */
        static DocMatcher every(List<DocMatcher> looks) {
            var others = others(looks);
            var inBits = BitSetMatcher.every(inBits(looks));
            if (others.length == 0) {
                return inBits;
            }
            return document -> {
                if (!inBits.matches(document)) {
                    return false;
                }
                for (var look : others) {
                    if (!look.matches(document)) {
                        return false;
                    }
                }
                return true;
            };
        }

        private static List<BitSetMatcher> inBits(List<DocMatcher> looks) {
            return looks.stream()
                    .filter(BitSetMatcher.class::isInstance)
                    .map(BitSetMatcher.class::cast)
                    .toList();
        }

        private static DocMatcher[] others(List<DocMatcher> looks) {
            return looks.stream()
                    .filter(look -> !(look instanceof BitSetMatcher))
                    .toArray(DocMatcher[]::new);
        }
    }

    private static final double METRES_OF_KM = 1000;

    private final LeafReaderContext segment;
    private final LocalSearcher queries;
    private final Map<String, List<SortedSetMatcher>> keywords = new HashMap<>();
    private final Map<GeoPoint, SiteDistances> sites = new HashMap<>();
    private final Map<Instant, OpeningHoursMatcher> hours = new HashMap<>();

    public SegmentMatchers(LeafReaderContext segment, LocalSearcher queries) {
        this.segment = segment;
        this.queries = queries;
    }

    /** How to look for a mark. To be asked before the first document; documents come in growing order. */
    public DocMatcher of(Criterion mark) throws IOException {
        if (mark instanceof Criterion.HasAnyTerm carries) {
            return keywords(carries);
        }
        if (mark instanceof Criterion.HasClause clauses) {
            return queries.parts(clauses, () -> new DocValuesTermsQuery(IndexFields.CLAUSES, clauses.keys()))
                    .in(segment);
        }
        if (mark instanceof Criterion.AtLeast least) {
            return atLeast(least);
        }
        if (mark instanceof Criterion.Near near) {
            return near(near);
        }
        if (mark instanceof Criterion.OpenAt open) {
            return hours(open.moment())::isOpen;
        }
        if (mark instanceof Criterion.KnownAt known) {
            return hours(known.moment())::isKnown;
        }
        if (mark instanceof Criterion.MatchesQuery found) {
            return queries.parts(found, () -> queries.query(found.query())).in(segment);
        }
        return mark instanceof Criterion.AnyOf any
                ? DocMatcher.any(of(any.marks()))
                : DocMatcher.every(of(((Criterion.AllOf) mark).marks()));
    }

    private List<DocMatcher> of(List<Criterion> marks) throws IOException {
        var looks = new ArrayList<DocMatcher>();
        for (var mark : marks) {
            looks.add(of(mark));
        }
        return looks;
    }

    private DocMatcher keywords(Criterion.HasAnyTerm carries) throws IOException {
        if (KeywordBitSetCache.FIELDS.contains(carries.field())) {
            return BitSetMatcher.in(KeywordBitSetCache.of(segment.reader(), carries.field(), carries.values()));
        }
        var ofField = keywords.computeIfAbsent(carries.field(), field -> new ArrayList<>());
        if (ofField.isEmpty() || ofField.get(ofField.size() - 1).isFull()) {
            ofField.add(new SortedSetMatcher(DocValues.getSortedSet(segment.reader(), carries.field())));
        }
        var look = ofField.get(ofField.size() - 1);
        var bit = look.bitOf(carries.values());
        return bit == 0 ? BitSetMatcher.NEVER : document -> (look.at(document) & bit) != 0;
    }

    private DocMatcher atLeast(Criterion.AtLeast mark) throws IOException {
        var values = DocValues.getSortedNumeric(segment.reader(), mark.field());
        return document -> values.advanceExact(document) && values.nextValue() >= mark.least();
    }

    private DocMatcher near(Criterion.Near mark) throws IOException {
        var look = sites(mark.middle());
        var furthest = GeoUtils.distanceQuerySortKey(mark.km() * METRES_OF_KM);
        return document -> look.nearest(document) <= furthest;
    }

    /** How far the public sites of documents are from a point. */
    public SiteDistances sites(GeoPoint from) throws IOException {
        var known = sites.get(from);
        if (known == null) {
            known = new SiteDistances(DocValues.getSortedNumeric(segment.reader(), IndexFields.SITES), from);
            sites.put(from, known);
        }
        return known;
    }

    /** What is said of documents' hours at a moment. */
    private OpeningHoursMatcher hours(HourIndex.Moment moment) throws IOException {
        var known = hours.get(moment.at());
        if (known == null) {
            known = new OpeningHoursMatcher(
                    DocValues.getSortedNumeric(segment.reader(), IndexFields.SPANS), moment.clocks());
            hours.put(moment.at(), known);
        }
        return known;
    }
}
