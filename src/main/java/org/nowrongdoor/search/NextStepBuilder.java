package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.search.engine.NextStepFinder;
import org.nowrongdoor.search.format.HitPresenter;
import org.nowrongdoor.search.index.NextStepKind;
import org.nowrongdoor.search.model.NextStep;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.search.query.FilterFactory;
import org.nowrongdoor.search.query.ServiceQuery;

/** The doors next to the hits: who navigates here, who answers for the state and the nation, who is led by peers. */
@Singleton
class NextStepBuilder {

    /** Fewer hits than this call for other doors as well. */
    private static final int FEW_HITS = 3;

    private static final int MOST_OF_EACH = 2;
    private static final NextStepFinder.Wanted ALTERNATIVES = new NextStepFinder.Wanted(NextStepKind.ALTERNATIVE, 3);

    private final NextStepFinder doors;

    NextStepBuilder(NextStepFinder doors) {
        this.doors = doors;
    }

    /** Doors that the filters and the person's own answers leave, and that are not among the hits already. */
    List<NextStep> of(ServiceQuery query, Set<UUID> shown, HitPresenter tone) {
        var wanted = new ArrayList<NextStepFinder.Wanted>();
        var where = query.where();
        if (where != null) {
            wanted.add(new NextStepFinder.Wanted(NextStepKind.NAVIGATOR, MOST_OF_EACH));
        }
        wanted.add(new NextStepFinder.Wanted(NextStepKind.PEER_LED, MOST_OF_EACH));
        if (where != null && !where.state().isEmpty()) {
            wanted.add(new NextStepFinder.Wanted(NextStepKind.STATEWIDE, MOST_OF_EACH));
        }
        wanted.add(new NextStepFinder.Wanted(NextStepKind.NATIONAL, MOST_OF_EACH));
        if (shown.size() < FEW_HITS) {
            wanted.add(ALTERNATIVES);
        }
        var steps = steps(query, shown, wanted, tone);
        return steps.isEmpty() && shown.isEmpty() ? anyDoor(query, tone) : steps;
    }

    /** Lines that anybody in the nation can reach. */
    List<NextStep> national(HitPresenter tone, int most) {
        return steps(
                ServiceQuery.ANYTHING, Set.of(), List.of(new NextStepFinder.Wanted(NextStepKind.NATIONAL, most)), tone);
    }

    /** When nothing is left of what was asked: what was asked elsewhere, then with less and less of it. */
    private List<NextStep> anyDoor(ServiceQuery query, HitPresenter tone) {
        var nearestToPolice = query.filters().stream()
                .filter(filter -> filter.by().equals(FilterFactory.LAW_ENFORCEMENT))
                .toList();
        return Stream.of(
                        query.anywhere(),
                        query.anywhere().requiring(nearestToPolice),
                        query.anywhere().requiring(nearestToPolice).forAnybody(),
                        query.anywhere().requiring(List.of()).forAnybody())
                .map(wider -> steps(wider, Set.of(), List.of(ALTERNATIVES), tone))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<NextStep> steps(
            ServiceQuery query, Set<UUID> shown, List<NextStepFinder.Wanted> wanted, HitPresenter tone) {
        Deadline.check();
        return doors.best(query, shown, wanted).stream()
                .map(door -> step(door.service(), door.kind(), tone))
                .toList();
    }

    private static NextStep step(StoredService door, NextStepKind kind, HitPresenter tone) {
        var service = door.service();
        var told = tone.told(door);
        return new NextStep(
                tone.disclosures(door),
                told == null ? List.of() : told.conditions(),
                told == null ? null : told.contactPreference(),
                new NextStep.Door(service.id(), tone.name(door), tone.phones(door), door.channels()),
                kind.why());
    }
}
