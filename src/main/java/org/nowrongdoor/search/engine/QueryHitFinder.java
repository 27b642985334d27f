package org.nowrongdoor.search.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.query.ServiceQuery;
import org.nowrongdoor.search.withheld.OutdatedDocumentFinder;

/** Asks the index for the hits, and then for each count next to them: for an index that is elsewhere. */
public final class QueryHitFinder implements HitFinder {

    private final CloseableSearchMapping mapping;
    private final SearchScope<ServiceDocument> scope;
    private final OutdatedDocumentFinder outdated;

    public QueryHitFinder(CloseableSearchMapping mapping, OutdatedDocumentFinder outdated) {
        this.mapping = mapping;
        this.outdated = outdated;
        this.scope = mapping.scope(ServiceDocument.class);
    }

    @Override
    public Hits find(ServiceQuery query, int shape, List<String> facets) {
        try (var session = mapping.createSession()) {
            var predicates = new QueryPredicates(scope.predicate(), query);
            var sought = predicates.sought(outdated.known());
            var hits = predicates.ranked(sought, query.removing());
            var ranked = new KeysetPager(session, scope, query).after(hits, shape);
            var failing = notEligible(session, query, predicates, sought);
            var leftOut = new FilteredOutCounter(session, scope, predicates, failing.total())
                    .of(sought, query.removing(), ranked.total(), ranked.exact());
            return new Hits(
                    ranked.ids(),
                    failing.ids(),
                    ranked.total(),
                    ranked.exact(),
                    leftOut,
                    new QueryFacetCounter(session, scope).count(facets, query, sought),
                    ranked.next());
        }
    }

    /** The best ids, and how many there are. */
    private record Some(List<String> ids, long total) {}

    /** Those that only the person's own answers removed. */
    private Some notEligible(
            SearchSession session, ServiceQuery query, QueryPredicates predicates, SearchPredicate sought) {
        var eligibility = query.eligibility();
        if (eligibility == null) {
            return new Some(List.of(), 0);
        }
        var result = session.search(scope)
                .select(f -> f.id(String.class))
                .where(predicates.rankedFailingOnly(sought, query.removing(), eligibility))
                .sort(f -> f.score().then().field(IndexFields.ORDER))
                .failAfter(Deadline.leftMillis(), TimeUnit.MILLISECONDS)
                .fetch(ServiceSearcher.MOST_NOT_ELIGIBLE);
        return new Some(result.hits(), result.total().hitCount());
    }
}
