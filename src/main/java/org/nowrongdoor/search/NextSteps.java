package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private static final int READ = 100;

    /** What makes a door come first among its kind: that it is a line or a navigator, that peers lead it, that it
     *  meets what is needed, that it can be reached at once in more than one way. */
    private static final int ANSWERS_ANYBODY = 2000;

    private static final int PEER = 1000;
    private static final int FITS = 200;
    private static final int REACHED_AT_ONCE = 50;
    private static final List<String> PEER_LED = List.of("sex_worker_led=yes", "survivor_led=yes", "peer_led=yes");

    private final ServiceSearch search;

    NextSteps(ServiceSearch search) {
        this.search = search;
    }

    /** Doors that the filters and the person's own answers leave, and that are not among the hits already. */
    List<NextStep> of(ServiceQuery query, Set<UUID> shown, Tone tone) {
        var steps = new Steps(doors(query, shown), tone);
        steps.take("regional_navigator", MOST_OF_EACH, d -> d.service().kind() == Kind.NAVIGATOR && isLocal(d, query));
        steps.take("peer_led", MOST_OF_EACH, NextSteps::isPeerLed);
        steps.take("statewide", MOST_OF_EACH, d -> isStatewide(d, query));
        steps.take("national", MOST_OF_EACH, d -> isNational(d) && d.service().kind() == Kind.HOTLINE);
        if (shown.size() < FEW_HITS) {
            steps.take("alternative", MOST_ALTERNATIVES, d -> true);
        }
        var found = steps.list();
        return found.isEmpty() && shown.isEmpty() ? anyDoor(query, tone) : found;
    }

    /** Lines that anybody in the nation can reach. */
    List<NextStep> national(Tone tone, int most) {
        var steps = new Steps(doors(ServiceQuery.ANYTHING, Set.of()), tone);
        steps.take("national", most, d -> isNational(d) && d.service().kind() == Kind.HOTLINE);
        return steps.list();
    }

    /** When nothing is left of what was asked: what was asked elsewhere, then with less and less of it. */
    private List<NextStep> anyDoor(ServiceQuery query, Tone tone) {
        var nearestToPolice = query.filters().stream()
                .filter(filter -> filter.by().equals(Filters.LAW_ENFORCEMENT))
                .toList();
        return Stream.of(
                        query.anywhere(),
                        query.anywhere().requiring(nearestToPolice),
                        query.anywhere().requiring(nearestToPolice).forAnybody(),
                        query.anywhere().requiring(List.of()).forAnybody())
                .map(wider -> {
                    var steps = new Steps(doors(wider, Set.of()), tone);
                    steps.take("alternative", MOST_ALTERNATIVES, d -> true);
                    return steps.list();
                })
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<StoredService> doors(ServiceQuery query, Set<UUID> shown) {
        return search.top(f -> doors(f, query), READ).stream()
                .filter(door -> !shown.contains(door.service().id()))
                .filter(NextSteps::canBeReached)
                .toList();
    }

    /** The steps so far: no door stands among them twice. */
    private static final class Steps {

        private final Map<UUID, NextStep> taken = new LinkedHashMap<>();
        private final List<StoredService> doors;
        private final Tone tone;

        Steps(List<StoredService> doors, Tone tone) {
            this.doors = doors;
            this.tone = tone;
        }

        void take(String why, int most, Predicate<StoredService> fits) {
            doors.stream()
                    .filter(door -> !taken.containsKey(door.service().id()))
                    .filter(fits)
                    .limit(most)
                    .toList()
                    .forEach(door -> taken.put(door.service().id(), step(door, why)));
        }

        private NextStep step(StoredService door, String why) {
            var service = door.service();
            return new NextStep(
                    tone.disclosures(door),
                    new NextStep.Door(service.id(), tone.name(door), service.phones(), door.channels()),
                    why);
        }

        List<NextStep> list() {
            return List.copyOf(taken.values());
        }
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
        Stream.concat(query.needs().stream(), query.spoken().stream())
                .forEach(needs -> prefer(f, all, f.terms().field(Fields.NEEDS).matchingAny(needs), FITS));
        prefer(f, all, f.terms().field(Fields.KIND).matchingAny("navigator", "hotline"), ANSWERS_ANYBODY);
        prefer(f, all, f.terms().field(Fields.FACTS).matchingAny(PEER_LED), PEER);
        Channels.AT_ONCE.forEach(
                channel -> prefer(f, all, f.match().field(Fields.CHANNELS).matching(channel), REACHED_AT_ONCE));
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
        return query.where() != null && door.service().areas().stream().noneMatch(a -> Where.NATION.equals(a.id()));
    }

    private static boolean isStatewide(StoredService door, ServiceQuery query) {
        return query.where() != null
                && door.service().areas().stream()
                        .anyMatch(a -> a.id() != null && query.where().state().contains(a.id()));
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
