package org.nowrongdoor.search.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.query.EligibilityFilter;
import org.nowrongdoor.search.query.Filter;
import org.nowrongdoor.search.query.FilterFactory;

/** Counts what filters removed: under the one filter that a service fails, or under {@code several}. */
final class FilteredOutCounter {

    private final SearchSession session;
    private final SearchScope<ServiceDocument> scope;
    private final QueryPredicates predicates;
    private final long notEligible;

    /** @param notEligible how many only the person's own answers removed, which is known already */
    FilteredOutCounter(
            SearchSession session, SearchScope<ServiceDocument> scope, QueryPredicates predicates, long notEligible) {
        this.session = session;
        this.scope = scope;
        this.predicates = predicates;
        this.notEligible = notEligible;
    }

    List<SearchPage.LeftOut> of(SearchPredicate sought, List<Filter> filters, long passing, boolean exact) {
        var counts = new ArrayList<SearchPage.LeftOut>();
        if (filters.size() == 1 && exact && !isEligibility(filters.get(0))) {
            add(counts, filters.get(0).by(), count(sought) - passing);
            return counts;
        }
        var one = 0L;
        for (var filter : filters) {
            var count = isEligibility(filter) ? notEligible : count(predicates.failingOnly(sought, filters, filter));
            one += count;
            add(counts, filter.by(), count);
        }
        if (filters.size() > 1) {
            var passed = exact ? passing : count(predicates.matching(sought, filters));
            add(counts, FilterFactory.SEVERAL, count(sought) - passed - one);
        }
        return counts;
    }

    private static boolean isEligibility(Filter filter) {
        return filter.by().equals(EligibilityFilter.NAME);
    }

    private static void add(List<SearchPage.LeftOut> counts, String by, long count) {
        if (count > 0) {
            counts.add(new SearchPage.LeftOut(by, count));
        }
    }

    private long count(SearchPredicate predicate) {
        return session.search(scope)
                .where(predicate)
                .failAfter(Deadline.leftMillis(), TimeUnit.MILLISECONDS)
                .fetchTotalHitCount();
    }
}
