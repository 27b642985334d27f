package org.nowrongdoor.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** Asks the index. */
@Singleton
class ServiceSearch {

    /** Up to here a total is counted to the last hit; beyond it is a lower bound. */
    static final int EXACT_UP_TO = 10_000;

    private static final int MOST_NOT_ELIGIBLE = 20;

    private final CloseableSearchMapping mapping;
    private final SearchScope<ServiceDocument> scope;
    private final ObjectMapper mapper;

    ServiceSearch(CloseableSearchMapping mapping, ObjectMapper mapper) {
        this.mapping = mapping;
        this.scope = mapping.scope(ServiceDocument.class);
        this.mapper = mapper;
    }

    /** A page of what was found and what filters removed.
     *  @param query the query that found it: strict as it was asked, or as lenient as it had to become */
    record Found(
            ServiceQuery query,
            List<StoredService> services,
            long total,
            boolean exact,
            List<SearchPage.LeftOut> leftOut,
            @org.jspecify.annotations.Nullable Cursor next) {}

    /** Those that only the person's own answers removed, the best first, at most 20. */
    List<StoredService> notEligible(ServiceQuery query) {
        var eligibility = query.eligibility();
        if (eligibility == null) {
            return List.of();
        }
        return top(
                f -> {
                    var predicates = new Predicates(f, query);
                    return predicates.rankedFailingOnly(predicates.sought(), query.removing(), eligibility);
                },
                MOST_NOT_ELIGIBLE);
    }

    Found run(ServiceQuery asked, int shape) {
        try (var session = mapping.createSession()) {
            var query = asked;
            var found = page(session, query, shape);
            for (var leniency : TextQuery.Leniency.values()) {
                if (query.text() == null
                        || found.total() > 0
                        || !found.leftOut().isEmpty()) {
                    break;
                }
                query = asked.with(query.text().with(leniency));
                found = page(session, query, shape);
            }
            return found;
        }
    }

    private Found page(SearchSession session, ServiceQuery query, int shape) {
        var predicates = new Predicates(scope.predicate(), query);
        var sought = predicates.sought();
        var hits = predicates.ranked(sought, query.removing());
        var ranked = new RankedHits(session, scope, query).after(hits, shape);
        var leftOut = new LeftOutCount(session, scope, predicates)
                .of(sought, query.removing(), ranked.total(), ranked.exact());
        return new Found(query, load(session, ranked.ids()), ranked.total(), ranked.exact(), leftOut, ranked.next());
    }

    private List<StoredService> load(SearchSession session, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var byId = session
                .search(scope)
                .select(f -> f.composite()
                        .from(f.field(Fields.ID, String.class), f.field(Fields.STORED, String.class))
                        .as((id, stored) -> Map.entry(id, stored)))
                .where(f -> f.id().matchingAny(ids))
                .fetchHits(ids.size())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var services = new ArrayList<StoredService>(ids.size());
        for (var id : ids) {
            var stored = byId.get(id);
            if (stored != null) {
                services.add(read(stored));
            }
        }
        return services;
    }

    /** At most so many services that match, best first.
     *  @param predicate made of the factory, scored or not */
    List<StoredService> top(
            Function<org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory, SearchPredicate>
                    predicate,
            int size) {
        try (var session = mapping.createSession()) {
            return session
                    .search(scope)
                    .select(f -> f.field(Fields.STORED, String.class))
                    .where(predicate.apply(scope.predicate()))
                    .sort(f -> f.score().then().field(Fields.ID))
                    .totalHitCountThreshold(1)
                    .fetchHits(size)
                    .stream()
                    .map(this::read)
                    .toList();
        }
    }

    private StoredService read(String stored) {
        try {
            return mapper.readValue(stored, StoredService.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored service cannot be read", e);
        }
    }
}
