package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.directory.Kind;

/** The doors beside the hits: who navigates here, who answers for the state and the nation, who is led by peers. */
@Singleton
class NextSteps {

    /** Fewer hits than this call for other doors as well. */
    private static final int FEW_HITS = 3;

    private static final int MOST_OF_EACH = 2;
    private static final int MOST_ALTERNATIVES = 3;
    private static final int READ = 60;
    private static final List<String> PEER_LED = List.of("sex_worker_led=yes", "survivor_led=yes", "peer_led=yes");

    private final ServiceSearch search;

    NextSteps(ServiceSearch search) {
        this.search = search;
    }

    /** Doors that the filters and the person's own answers leave, and that are not among the hits already. */
    List<NextStep> of(ServiceQuery query, Set<UUID> shown) {
        var doors = search.top(f -> doors(f, query), READ).stream()
                .filter(door -> !shown.contains(door.service().id()))
                .filter(NextSteps::canBeReached)
                .toList();
        var steps = new LinkedHashMap<UUID, NextStep>();
        take(
                steps,
                doors,
                "regional_navigator",
                MOST_OF_EACH,
                d -> d.service().kind() == Kind.NAVIGATOR && isLocal(d, query));
        take(steps, doors, "peer_led", MOST_OF_EACH, NextSteps::isPeerLed);
        take(steps, doors, "statewide", MOST_OF_EACH, d -> isStatewide(d, query));
        take(steps, doors, "national", MOST_OF_EACH, NextSteps::isNational);
        if (shown.size() < FEW_HITS) {
            take(steps, doors, "alternative", MOST_ALTERNATIVES, d -> true);
        }
        return List.copyOf(steps.values());
    }

    private static void take(
            Map<UUID, NextStep> steps, List<StoredService> doors, String why, int most, Predicate<StoredService> fits) {
        doors.stream()
                .filter(door -> !steps.containsKey(door.service().id()))
                .filter(fits)
                .limit(most)
                .map(door -> step(door, why))
                .collect(Collectors.toCollection(ArrayList::new))
                .forEach(step -> steps.put(step.service().id(), step));
    }

    private static NextStep step(StoredService door, String why) {
        var service = door.service();
        return new NextStep(
                door.disclosures(),
                new NextStep.Door(service.id(), service.name(), service.phones(), door.channels()),
                why);
    }

    private static SearchPredicate doors(SearchPredicateFactory f, ServiceQuery query) {
        var all = f.bool()
                .filter(f.terms().field(Fields.KIND).matchingAny("service", "hotline", "navigator"))
                .filter(f.match().field(Fields.STATUS).matching("active"));
        query.removing().forEach(filter -> all.mustNot(filter.fails(f)));
        if (query.where() != null) {
            all.filter(new Predicates(f, query).inPlace(query.where()));
            new Ranking(f, all).closeness(query.where());
        }
        for (var needs : query.needs()) {
            prefer(f, all, f.terms().field(Fields.NEEDS).matchingAny(needs), 4);
        }
        prefer(f, all, f.match().field(Fields.KIND).matching("navigator"), 1000);
        prefer(f, all, f.terms().field(Fields.FACTS).matchingAny(PEER_LED), 500);
        prefer(f, all, f.match().field(Fields.KIND).matching("hotline"), 250);
        return all.toPredicate();
    }

    private static void prefer(
            SearchPredicateFactory f,
            org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep<?, ?> all,
            PredicateFinalStep what,
            int steps) {
        all.should(f.bool().must(what).constantScore().boost(steps));
    }

    private static boolean canBeReached(StoredService door) {
        return !door.channels().isEmpty();
    }

    private static boolean isLocal(StoredService door, ServiceQuery query) {
        return query.where() == null || door.service().areas().stream().noneMatch(a -> Where.NATION.equals(a.id()));
    }

    private static boolean isStatewide(StoredService door, ServiceQuery query) {
        return query.where() != null
                && door.service().areas().stream()
                        .anyMatch(a -> query.where().state().contains(a.id()));
    }

    private static boolean isNational(StoredService door) {
        return door.service().areas().stream().anyMatch(a -> Where.NATION.equals(a.id()));
    }

    private static boolean isPeerLed(StoredService door) {
        return PEER_LED.stream()
                .map(token -> token.substring(0, token.indexOf('=')))
                .anyMatch(code -> {
                    var value = door.facts().get(code);
                    return value != null && "yes".equals(value.asText());
                });
    }
}
