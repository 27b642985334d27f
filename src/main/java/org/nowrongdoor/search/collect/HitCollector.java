package org.nowrongdoor.search.collect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.engine.ServiceSearcher;
import org.nowrongdoor.search.engine.SortKey;
import org.nowrongdoor.search.lucene.FilterMatchers;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.query.EligibilityFilter;
import org.nowrongdoor.search.query.FacetFields;
import org.nowrongdoor.search.query.Filter;
import org.nowrongdoor.search.query.FilterFactory;
import org.nowrongdoor.search.query.ServiceQuery;

/** What a search has found so far. */
final class HitCollector {

    /** A facet and the number of the filter that it looks past. */
    record Facet(String name, FacetCounter count, int ownFilter) {}

    private static final int NO_FILTER = -3;

    private final List<Filter> filters;
    private final int eligibility;
    private final List<Facet> facets;
    private final TopHits hits;
    private final TopHits notEligible = new TopHits(ServiceSearcher.MOST_NOT_ELIGIBLE, null);
    private final long[] removed;
    private long total;
    private long several;

    /** @param after where the page begins; null for the first */
    HitCollector(ServiceQuery query, @Nullable SortKey after, List<String> facets) {
        filters = query.removing();
        eligibility = numberOf(EligibilityFilter.NAME);
        this.facets = facets.stream()
                .map(name -> new Facet(
                        name, new FacetCounter(FacetFields.field(name)), numberOf(FacetFields.ownFilter(name))))
                .toList();
        // One more than the page holds tells whether there is a next one.
        hits = new TopHits(query.page().size() + 1, after);
        removed = new long[filters.size()];
    }

    private int numberOf(@Nullable String by) {
        for (var number = 0; number < filters.size(); number++) {
            if (filters.get(number).by().equals(by)) {
                return number;
            }
        }
        return NO_FILTER;
    }

    /** The number of the filter that the person's own answers are. */
    int eligibility() {
        return eligibility;
    }

    List<Facet> facets() {
        return facets;
    }

    TopHits hits() {
        return hits;
    }

    TopHits notEligible() {
        return notEligible;
    }

    /** Counts a document.
     *  @param removing as {@link FilterMatchers#removing} */
    void add(int removing) {
        switch (removing) {
            case FilterMatchers.NONE -> total++;
            case FilterMatchers.SEVERAL -> several++;
            default -> removed[removing]++;
        }
    }

    long total() {
        return total;
    }

    List<SearchPage.LeftOut> leftOut() {
        var counts = new ArrayList<SearchPage.LeftOut>();
        for (var number = 0; number < removed.length; number++) {
            add(counts, filters.get(number).by(), removed[number]);
        }
        add(counts, FilterFactory.SEVERAL, several);
        return counts;
    }

    private static void add(List<SearchPage.LeftOut> counts, String by, long count) {
        if (count > 0) {
            counts.add(new SearchPage.LeftOut(by, count));
        }
    }

    /** By facet how often each value was there. */
    Map<String, Map<String, Long>> counts() {
        var counts = new LinkedHashMap<String, Map<String, Long>>();
        facets.forEach(facet -> counts.put(facet.name(), facet.count().counts()));
        return counts;
    }
}
