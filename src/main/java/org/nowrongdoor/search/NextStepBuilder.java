package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.search.engine.NextStepFinder;
import org.nowrongdoor.search.engine.ServiceSearcher;
import org.nowrongdoor.search.format.HitPresenter;
import org.nowrongdoor.search.index.NextStepKind;
import org.nowrongdoor.search.model.NextStep;
import org.nowrongdoor.search.query.FilterFactory;
import org.nowrongdoor.search.query.QueryReader;
import org.nowrongdoor.search.query.ServiceQuery;
import org.nowrongdoor.taxonomy.Terms;

/** The doors next to the hits: who navigates here, who answers for the state and the nation, who is led by peers. */
@Singleton
class NextStepBuilder {

    /** Fewer hits than this call for other doors as well. */
    private static final int FEW_HITS = 3;

    private static final int MOST_OF_EACH = 2;
    private static final NextStepFinder.Wanted ALTERNATIVES = new NextStepFinder.Wanted(NextStepKind.ALTERNATIVE, 3);

    // 8: the lines of the nation and some of the place, so that one that fits the client is among them
    private static final NextStepFinder.Wanted PEERS = new NextStepFinder.Wanted(NextStepKind.PEER_LED, 8);

    private static final String BUYERS = "res.prevention.demand";
    private static final List<String> NOT_FOR_BUYERS = List.of("sit.", "peer", "shelter");
    // 20: more than the lines of the nation that are for survivors or for people who trade sex
    private static final NextStepFinder.Wanted FOR_ANYONE = new NextStepFinder.Wanted(NextStepKind.NATIONAL, 20);

    private final NextStepFinder doors;
    private final PartnerStepBuilder partners;
    private final Terms terms;

    NextStepBuilder(NextStepFinder doors, PartnerStepBuilder partners, Terms terms) {
        this.doors = doors;
        this.partners = partners;
        this.terms = terms;
    }

    /** The doors of partners of the hits, then others. Who works with whom is nothing for an answer that may be read over a
     *  shoulder. */
    List<NextStep> of(ServiceSearcher.Found found, QueryReader.Reading reading, boolean discreet, HitPresenter tone) {
        var isLegalAsked = reading.codes().stream().anyMatch(PartnerStepBuilder::isLegal);
        var first = discreet
                ? List.<NextStep>of()
                : partners.of(found.services(), beyondNetwork(found.query()), isLegalAsked, tone);
        var taken = first.stream().map(step -> step.service().id()).collect(Collectors.toSet());
        var shown = found.services().stream().map(s -> s.service().id()).collect(Collectors.toSet());
        var others = of(found.query(), reading.client(), shown, tone, reading.lang()).stream()
                .filter(step -> !taken.contains(step.service().id()));
        return Stream.concat(first.stream(), others).toList();
    }

    /** Doors that the filters and the person's own answers leave, and that are not among the hits already. Of the lines
     *  that peers lead those come first that are for people such as the client. */
    List<NextStep> of(ServiceQuery query, ClientProfile client, Set<UUID> shown, HitPresenter tone, String lang) {
        if (isForBuyers(query)) {
            return forBuyers(query, tone, lang);
        }
        return inAnyNetwork(beyondNetwork(query), client, shown, tone, lang);
    }

    /** Whoever is not known to be in a network may be in it, and is a door all the same. */
    private static ServiceQuery beyondNetwork(ServiceQuery query) {
        var others = query.filters().stream()
                .filter(filter -> !filter.by().equals(FilterFactory.NETWORK))
                .toList();
        return others.size() == query.filters().size() ? query : query.requiring(others);
    }

    private List<NextStep> inAnyNetwork(
            ServiceQuery query, ClientProfile client, Set<UUID> shown, HitPresenter tone, String lang) {
        var fit = new PeerMatcher(client);
        if (fit.isAny()) {
            var peers = fit.best(doors.best(fit.ranked(query), shown, List.of(PEERS)), MOST_OF_EACH);
            var taken = new HashSet<>(shown);
            peers.forEach(peer -> taken.add(peer.service().service().id()));
            var others = of(query, taken, shown.size(), false, tone, lang);
            var first = others.stream().takeWhile(step -> step.why().equals(NextStepKind.NAVIGATOR.why()));
            var last = others.stream().dropWhile(step -> step.why().equals(NextStepKind.NAVIGATOR.why()));
            return Stream.of(first, peers.stream().map(peer -> step(peer, tone, lang)), last)
                    .flatMap(steps -> steps)
                    .toList();
        }
        return of(query, shown, shown.size(), true, tone, lang);
    }

    private static boolean isForBuyers(ServiceQuery query) {
        return !query.spoken().isEmpty()
                && query.needs().isEmpty()
                && query.spoken().stream().allMatch(Set.of(BUYERS)::containsAll);
    }

    /** Lines for anyone: whoever asks for a programme for buyers is sent to no survivor. */
    private List<NextStep> forBuyers(ServiceQuery query, HitPresenter tone, String lang) {
        return doors.best(query.anywhere(), Set.of(), List.of(FOR_ANYONE)).stream()
                .filter(door -> door.service().needs().stream()
                        .noneMatch(code -> NOT_FOR_BUYERS.stream().anyMatch(code::startsWith)))
                .limit(MOST_OF_EACH)
                .map(door -> step(door, tone, lang))
                .toList();
    }

    private List<NextStep> of(
            ServiceQuery query, Set<UUID> shown, int hits, boolean isPeersToo, HitPresenter tone, String lang) {
        var wanted = new ArrayList<NextStepFinder.Wanted>();
        var where = query.where();
        if (where != null) {
            wanted.add(new NextStepFinder.Wanted(NextStepKind.NAVIGATOR, MOST_OF_EACH));
        }
        if (isPeersToo) {
            wanted.add(new NextStepFinder.Wanted(NextStepKind.PEER_LED, MOST_OF_EACH));
        }
        if (where != null && !where.state().isEmpty()) {
            wanted.add(new NextStepFinder.Wanted(NextStepKind.STATEWIDE, MOST_OF_EACH));
        }
        wanted.add(new NextStepFinder.Wanted(NextStepKind.NATIONAL, MOST_OF_EACH));
        if (hits < FEW_HITS) {
            wanted.add(ALTERNATIVES);
        }
        var steps = steps(query, shown, wanted, tone, lang);
        return steps.isEmpty() && shown.isEmpty() ? anyDoor(query, tone, lang) : steps;
    }

    /** Lines that anybody in the nation can reach. */
    List<NextStep> national(HitPresenter tone, int most, String lang) {
        return steps(
                ServiceQuery.ANYTHING,
                Set.of(),
                List.of(new NextStepFinder.Wanted(NextStepKind.NATIONAL, most)),
                tone,
                lang);
    }

    /** When nothing is left of what was asked: what was asked elsewhere, then with less and less of it. */
    private List<NextStep> anyDoor(ServiceQuery query, HitPresenter tone, String lang) {
        var nearestToPolice = query.filters().stream()
                .filter(filter -> filter.by().equals(FilterFactory.LAW_ENFORCEMENT))
                .toList();
        return Stream.of(
                        query.anywhere(),
                        query.anywhere().requiring(nearestToPolice),
                        query.anywhere().requiring(nearestToPolice).forAnybody(),
                        query.anywhere().requiring(List.of()).forAnybody())
                .map(wider -> steps(wider, Set.of(), List.of(ALTERNATIVES), tone, lang))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<NextStep> steps(
            ServiceQuery query, Set<UUID> shown, List<NextStepFinder.Wanted> wanted, HitPresenter tone, String lang) {
        Deadline.check();
        return doors.best(query, shown, wanted).stream()
                .map(door -> step(door, tone, lang))
                .toList();
    }

    private NextStep step(NextStepFinder.Door found, HitPresenter tone, String lang) {
        var door = found.service();
        var told = tone.told(door);
        return new NextStep(
                tone.disclosures(door),
                told == null ? List.of() : told.conditions(),
                told == null ? null : told.contactPreference(),
                new NextStep.Door(door.service().id(), tone.name(door), tone.phones(door), door.channels()),
                found.kind().why(),
                told == null || told.ledBy().isEmpty() ? List.of() : PeerMatcher.groups(door, terms.tree(), lang));
    }
}
