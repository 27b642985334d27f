package org.nowrongdoor.search.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.model.Cursor;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.query.FacetFields;
import org.nowrongdoor.search.query.ServiceQuery;

/** Finds the services that answer a question, and tells what kept the others away. */
public interface HitFinder {

    /** One page and all that stands next to it.
     *  @param shape as {@link Cursor#shape}
     *  @param facets names from {@link FacetFields#NAMES} */
    Hits find(ServiceQuery query, int shape, List<String> facets);

    /** A page of ids and what stands next to it.
     *  @param notEligible those that only the person's own answers removed, the best first, at most 20
     *  @param total hits on all pages
     *  @param facets by name how many services have each value, in no order
     *  @param next where the next page begins; null on the last */
    record Hits(
            List<String> ids,
            List<String> notEligible,
            long total,
            boolean exact,
            List<SearchPage.LeftOut> leftOut,
            Map<String, Map<String, Long>> facets,
            @Nullable Cursor next) {}
}
