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
import org.nowrongdoor.region.Point;
import org.nowrongdoor.search.index.HourIndex;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.query.Criterion;

/** Matchers of {@link Criterion}s for one segment, which test one document after the other instead of querying the
 *  whole index for each criterion. What several criteria read of one field is read once. */
public final class SegmentMatchers {

    private static final double METRES_OF_KM = 1000;

    private final LeafReaderContext segment;
    private final LocalSearcher queries;
    private final Map<String, List<SortedSetMatcher>> keywords = new HashMap<>();
    private final Map<Point, SiteDistances> sites = new HashMap<>();
    private final Map<Instant, OpeningHoursMatcher> hours = new HashMap<>();

    public SegmentMatchers(LeafReaderContext segment, LocalSearcher queries) {
        this.segment = segment;
        this.queries = queries;
    }

    /** The matcher of a criterion, to be made before the first document; documents come in growing order. */
    public DocMatcher of(Criterion criterion) throws IOException {
        if (criterion instanceof Criterion.HasAnyTerm carries) {
            return keywords(carries);
        }
        if (criterion instanceof Criterion.HasClause clauses) {
            return queries.parts(clauses, () -> new DocValuesTermsQuery(IndexFields.CLAUSES, clauses.keys()))
                    .in(segment);
        }
        if (criterion instanceof Criterion.AtLeast least) {
            return atLeast(least);
        }
        if (criterion instanceof Criterion.Near near) {
            return near(near);
        }
        if (criterion instanceof Criterion.OpenAt open) {
            return hours(open.moment())::isOpen;
        }
        if (criterion instanceof Criterion.KnownAt known) {
            return hours(known.moment())::isKnown;
        }
        if (criterion instanceof Criterion.MatchesQuery found) {
            return queries.parts(found, () -> queries.query(found.query())).in(segment);
        }
        if (criterion instanceof Criterion.Not not) {
            var other = of(not.other());
            return document -> !other.matches(document);
        }
        return criterion instanceof Criterion.AnyOf any
                ? DocMatcher.any(of(any.criteria()))
                : DocMatcher.every(of(((Criterion.AllOf) criterion).criteria()));
    }

    private List<DocMatcher> of(List<Criterion> criteria) throws IOException {
        var matchers = new ArrayList<DocMatcher>();
        for (var criterion : criteria) {
            matchers.add(of(criterion));
        }
        return matchers;
    }

    private DocMatcher keywords(Criterion.HasAnyTerm carries) throws IOException {
        if (KeywordBitSetCache.FIELDS.contains(carries.field())) {
            return BitSetMatcher.in(KeywordBitSetCache.of(segment.reader(), carries.field(), carries.values()));
        }
        var ofField = keywords.computeIfAbsent(carries.field(), field -> new ArrayList<>());
        if (ofField.isEmpty() || ofField.get(ofField.size() - 1).isFull()) {
            ofField.add(new SortedSetMatcher(DocValues.getSortedSet(segment.reader(), carries.field())));
        }
        var matcher = ofField.get(ofField.size() - 1);
        var bit = matcher.bitOf(carries.values());
        return bit == 0 ? BitSetMatcher.NEVER : document -> (matcher.at(document) & bit) != 0;
    }

    private DocMatcher atLeast(Criterion.AtLeast criterion) throws IOException {
        var values = DocValues.getSortedNumeric(segment.reader(), criterion.field());
        return document -> values.advanceExact(document) && values.nextValue() >= criterion.least();
    }

    private DocMatcher near(Criterion.Near criterion) throws IOException {
        var matcher = sites(criterion.middle());
        var furthest = GeoUtils.distanceQuerySortKey(criterion.km() * METRES_OF_KM);
        return document -> matcher.nearest(document) <= furthest;
    }

    /** How far the public sites of documents are from a point. */
    public SiteDistances sites(Point from) throws IOException {
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
