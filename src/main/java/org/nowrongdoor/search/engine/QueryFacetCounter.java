package org.nowrongdoor.search.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.query.FacetFields;
import org.nowrongdoor.search.query.ServiceQuery;

/** Asks the index for each facet. */
final class QueryFacetCounter {

    private final SearchSession session;
    private final SearchScope<ServiceDocument> scope;

    QueryFacetCounter(SearchSession session, SearchScope<ServiceDocument> scope) {
        this.session = session;
        this.scope = scope;
    }

    /** @param sought what the query looks for, before any filter */
    Map<String, Map<String, Long>> count(List<String> names, ServiceQuery query, SearchPredicate sought) {
        var counts = new LinkedHashMap<String, Map<String, Long>>();
        var predicates = new QueryPredicates(scope.predicate(), query);
        for (var name : names) {
            var own = FacetFields.ownFilter(name);
            var filters =
                    query.removing().stream().filter(f -> !f.by().equals(own)).toList();
            counts.put(name, count(name, predicates.matching(sought, filters)));
        }
        return counts;
    }

    private Map<String, Long> count(String name, SearchPredicate predicate) {
        AggregationKey<Map<String, Long>> key = AggregationKey.of(name);
        return session.search(scope)
                .select(f -> f.id())
                .where(predicate)
                .aggregation(
                        key,
                        f -> f.terms()
                                .field(FacetFields.field(name), String.class)
                                .maxTermCount(FacetFields.MOST_VALUES))
                .totalHitCountThreshold(1)
                .failAfter(Deadline.leftMillis(), TimeUnit.MILLISECONDS)
                .fetch(0)
                .aggregation(key);
    }
}
