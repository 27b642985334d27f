package org.nowrongdoor.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** The counts that can be asked for beside the hits. A facet is counted under every filter but its own. */
final class Facets {

    static final List<String> NAMES = List.of("need", "region", "language", "channel", "kind", "led_by");

    private static final int MOST_VALUES = 200;

    private static final Map<String, String> FIELDS = Map.of(
            "need", Fields.NEEDS,
            "region", Fields.AREAS,
            "language", Fields.LANGUAGES,
            "channel", Fields.CHANNELS,
            "kind", Fields.KIND,
            "led_by", Fields.FACTS);

    /** The filter, by the name under which it counts what it leaves out, that a facet looks past. */
    private static final Map<String, String> OWN_FILTER =
            Map.of("language", "languages", "channel", "channels", "led_by", "led_by");

    private static final List<String> LED_BY = List.of("sex_worker_led=yes", "survivor_led=yes", "peer_led=yes");

    private final SearchSession session;
    private final SearchScope<ServiceDocument> scope;

    Facets(SearchSession session, SearchScope<ServiceDocument> scope) {
        this.session = session;
        this.scope = scope;
    }

    /** @param label what a value of a facet is called */
    Map<String, List<SearchPage.FacetValue>> count(List<String> names, ServiceQuery query, Labels label) {
        var counts = new LinkedHashMap<String, List<SearchPage.FacetValue>>();
        var predicates = new Predicates(scope.predicate(), query);
        var sought = predicates.sought();
        for (var name : names) {
            var own = OWN_FILTER.get(name);
            var filters =
                    query.removing().stream().filter(f -> !f.by().equals(own)).toList();
            counts.put(name, count(name, predicates.matching(sought, filters), label));
        }
        return counts;
    }

    private List<SearchPage.FacetValue> count(String name, SearchPredicate predicate, Labels label) {
        AggregationKey<Map<String, Long>> key = AggregationKey.of(name);
        var result = session.search(scope)
                .select(f -> f.id())
                .where(predicate)
                .aggregation(
                        key,
                        f -> f.terms().field(FIELDS.get(name), String.class).maxTermCount(MOST_VALUES))
                .totalHitCountThreshold(1)
                .fetch(0);
        UnaryOperator<String> plain = value -> "led_by".equals(name) ? value.replace("_led=yes", "") : value;
        return result.aggregation(key).entrySet().stream()
                .filter(entry -> !"led_by".equals(name) || LED_BY.contains(entry.getKey()))
                .filter(entry -> !"language".equals(name) || entry.getKey().indexOf(':') < 0)
                .map(entry -> new SearchPage.FacetValue(
                        plain.apply(entry.getKey()), label.of(name, plain.apply(entry.getKey())), entry.getValue()))
                .toList();
    }

    /** What a value of a facet is called. */
    interface Labels {
        String of(String facet, String value);
    }
}
