package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** The doors beside the hits: who navigates here, who answers for the state and the nation, who is led by peers. */
@Singleton
class NextSteps {

    /** Fewer hits than this call for other doors as well. */
    private static final int FEW_HITS = 3;

    private static final int MOST_OF_EACH = 2;
    private static final int MOST_ALTERNATIVES = 3;

    /** What makes a door come first among its kind: that it is a line or a navigator, that peers lead it, that it
     *  meets what is needed, that it can be reached at once in more than one way. */
    private static final int ANSWERS_ANYBODY = 2000;

    private static final int PEER = 1000;
    private static final int FITS = 200;
    private static final int REACHED_AT_ONCE = 50;
    private static final List<String> PEER_LED = List.of("sex_worker_led=yes", "survivor_led=yes", "peer_led=yes");
    private static final String NAVIGATOR = "navigator";
    private static final String HOTLINE = "hotline";

    private final ServiceSearch search;

    NextSteps(ServiceSearch search) {
        this.search = search;
    }

    /** Doors that the filters and the person's own answers leave, and that are not among the hits already. */
    List<NextStep> of(ServiceQuery query, Set<UUID> shown, Tone tone) {
        var steps = new Steps(query, shown, tone);
        var where = query.where();
        if (where != null) {
            steps.take(
                    "regional_navigator",
                    MOST_OF_EACH,
                    f -> f.bool()
                            .filter(f.match().field(Fields.KIND).matching(NAVIGATOR))
                            .mustNot(f.match().field(Fields.AREAS).matching(Where.NATION)));
        }
        steps.take("peer_led", MOST_OF_EACH, f -> f.terms().field(Fields.FACTS).matchingAny(PEER_LED));
        if (where != null && !where.state().isEmpty()) {
            steps.take(
                    "statewide",
                    MOST_OF_EACH,
                    f -> f.terms().field(Fields.AREAS).matchingAny(where.state()));
        }
        steps.take("national", MOST_OF_EACH, NextSteps::nationalLine);
        if (shown.size() < FEW_HITS) {
            steps.take("alternative", MOST_ALTERNATIVES, SearchPredicateFactory::matchAll);
        }
        return steps.list().isEmpty() && shown.isEmpty() ? anyDoor(query, tone) : steps.list();
    }

    /** Lines that anybody in the nation can reach. */
    List<NextStep> national(Tone tone, int most) {
        var steps = new Steps(ServiceQuery.ANYTHING, Set.of(), tone);
        steps.take("national", most, NextSteps::nationalLine);
        return steps.list();
    }

    private static PredicateFinalStep nationalLine(SearchPredicateFactory f) {
        return f.and(
                f.match().field(Fields.KIND).matching(HOTLINE),
                f.match().field(Fields.AREAS).matching(Where.NATION));
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
                    var steps = new Steps(wider, Set.of(), tone);
                    steps.take("alternative", MOST_ALTERNATIVES, SearchPredicateFactory::matchAll);
                    return steps.list();
                })
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The steps so far: no door stands among them twice. */
    private final class Steps {

        private final ServiceQuery query;
        private final Tone tone;
        private final Set<String> taken = new HashSet<>();
        private final List<NextStep> steps = new ArrayList<>();

        Steps(ServiceQuery query, Set<UUID> shown, Tone tone) {
            this.query = query;
            this.tone = tone;
            shown.forEach(id -> taken.add(id.toString()));
        }

        /** The best doors of a kind that do not stand anywhere yet. */
        void take(String why, int most, Function<SearchPredicateFactory, PredicateFinalStep> kind) {
            search.top(f -> doors(f, kind.apply(f)), most).forEach(door -> {
                taken.add(door.service().id().toString());
                steps.add(step(door, why));
            });
        }

        private SearchPredicate doors(SearchPredicateFactory f, PredicateFinalStep kind) {
            var all = f.bool()
                    .filter(kind)
                    .filter(f.terms().field(Fields.KIND).matchingAny("service", HOTLINE, NAVIGATOR))
                    .filter(f.match().field(Fields.STATUS).matching("active"))
                    .filter(f.terms().field(Fields.CHANNELS).matchingAny(Channels.ALL));
            if (!taken.isEmpty()) {
                all.mustNot(f.id().matchingAny(taken));
            }
            query.removing().forEach(filter -> all.mustNot(filter.fails(f)));
            if (query.where() != null) {
                all.filter(new Predicates(f, query).inPlace(query.where()));
                new Ranking(f, all).areasCloseness(query.where());
            }
            prefer(f, all, query);
            return all.toPredicate();
        }

        private NextStep step(StoredService door, String why) {
            var service = door.service();
            return new NextStep(
                    tone.disclosures(door),
                    new NextStep.Door(service.id(), tone.name(door), service.phones(), door.channels()),
                    why);
        }

        List<NextStep> list() {
            return List.copyOf(steps);
        }
    }

    private static void prefer(SearchPredicateFactory f, BooleanPredicateClausesStep<?, ?> all, ServiceQuery query) {
        Stream.concat(query.needs().stream(), query.spoken().stream())
                .forEach(needs -> prefer(f, all, f.terms().field(Fields.NEEDS).matchingAny(needs), FITS));
        prefer(f, all, f.terms().field(Fields.KIND).matchingAny(NAVIGATOR, HOTLINE), ANSWERS_ANYBODY);
        prefer(f, all, f.terms().field(Fields.FACTS).matchingAny(PEER_LED), PEER);
        Channels.AT_ONCE.forEach(
                channel -> prefer(f, all, f.match().field(Fields.CHANNELS).matching(channel), REACHED_AT_ONCE));
    }

    private static void prefer(
            SearchPredicateFactory f, BooleanPredicateClausesStep<?, ?> all, PredicateFinalStep what, int steps) {
        all.should(f.bool().must(what).constantScore().boost(steps));
    }
}
