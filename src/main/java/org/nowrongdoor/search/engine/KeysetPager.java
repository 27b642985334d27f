package org.nowrongdoor.search.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.projection.ProjectionCollector;
import org.hibernate.search.engine.search.projection.dsl.ProjectionFinalStep;
import org.hibernate.search.engine.search.projection.dsl.SearchProjectionFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.engine.spatial.GeoPoint;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.model.Cursor;
import org.nowrongdoor.search.query.ServiceQuery;

/** The ids of a page in their order, from a value and an id on, so that writes in between neither skip nor repeat one. */
final class KeysetPager {

    /** Up to here a total is counted to the last hit; beyond it is a lower bound. */
    private static final int EXACT_UP_TO = 10_000;

    private static final int SLACK = 50;

    private final SearchSession session;
    private final SearchScope<ServiceDocument> scope;
    private final ServiceQuery query;

    KeysetPager(SearchSession session, SearchScope<ServiceDocument> scope, ServiceQuery query) {
        this.session = session;
        this.scope = scope;
        this.query = query;
    }

    /** A page of ids and where the next begins. */
    record Ids(
            List<String> ids,
            long total,
            boolean exact,
            @Nullable Cursor next) {}

    Ids after(SearchPredicate predicate, int shape) {
        var cursor = query.page().after();
        var from = cursor == null ? null : new SortKey(cursor.value(), cursor.id());
        var passed = cursor == null ? 0 : cursor.passed();
        var want = passed + query.page().size() + 1 + (cursor == null ? 0 : SLACK);
        while (true) {
            var result = fetch(predicate, want);
            var page = new ArrayList<SortKey>();
            for (var place : result.hits()) {
                if ((from == null || place.compareTo(from) > 0)
                        && page.size() <= query.page().size()) {
                    page.add(place);
                }
            }
            if (page.size() > query.page().size() || result.hits().size() < want) {
                return ids(page, result, passed, shape);
            }
            want *= 2;
        }
    }

    private Ids ids(List<SortKey> page, SearchResult<SortKey> result, int passed, int shape) {
        var more = page.size() > query.page().size();
        var shown = more ? page.subList(0, query.page().size()) : page;
        var last = more ? shown.get(shown.size() - 1) : null;
        return new Ids(
                shown.stream().map(place -> place.id().toString()).toList(),
                result.total().hitCountLowerBound(),
                result.total().isHitCountExact(),
                last == null ? null : new Cursor(shape, last.value(), last.id(), passed + shown.size()));
    }

    private SearchResult<SortKey> fetch(SearchPredicate predicate, int want) {
        return session.search(scope)
                .select(f -> f.composite()
                        .from(f.id(String.class), value(f))
                        .as((id, value) ->
                                // What no document of a segment has comes without having been asked for what it stands
                                // for.
                                new SortKey(value == null ? SortKey.LAST : value, UUID.fromString(id))))
                .where(predicate)
                .sort(this::sort)
                .totalHitCountThreshold(EXACT_UP_TO)
                .failAfter(Deadline.leftMillis(), TimeUnit.MILLISECONDS)
                .fetch(want);
    }

    private ProjectionFinalStep<Double> value(SearchProjectionFactory<?, ?> f) {
        return switch (query.page().order()) {
            case RELEVANCE -> f.composite().from(f.score()).as(score -> -score.doubleValue());
            case DISTANCE ->
                f.composite()
                        .from(f.distance(IndexFields.SITES, Objects.requireNonNull(point()))
                                .collector(ProjectionCollector.list()))
                        .as(KeysetPager::nearest);
            case VERIFIED ->
                f.composite()
                        .from(f.field(IndexFields.VERIFIED, Long.class))
                        .as(day -> day == null ? SortKey.LAST : -day.doubleValue());
        };
    }

    private static double nearest(List<Double> metres) {
        return metres.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(SortKey.LAST);
    }

    private SortFinalStep sort(SearchSortFactory f) {
        return switch (query.page().order()) {
            case RELEVANCE -> f.score().then().field(IndexFields.ORDER);
            case DISTANCE ->
                f.distance(IndexFields.SITES, Objects.requireNonNull(point()))
                        .missing()
                        .last()
                        .then()
                        .field(IndexFields.ORDER);
            case VERIFIED ->
                f.field(IndexFields.VERIFIED).desc().missing().last().then().field(IndexFields.ORDER);
        };
    }

    private @Nullable GeoPoint point() {
        var point = query.where() == null ? null : query.where().point();
        return point == null ? null : GeoPoint.of(point.latitude(), point.longitude());
    }
}
