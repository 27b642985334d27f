package org.nowrongdoor.search.engine;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nowrongdoor.search.index.NextStepKind;
import org.nowrongdoor.search.index.NextStepRank;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.search.query.ServiceQuery;

/** Finds the best doors of each kind that a question's place, filters and person leave. */
public interface NextStepFinder {

    /** So many doors of a kind at most. */
    record Wanted(NextStepKind kind, int most) {}

    record Door(NextStepKind kind, StoredService service) {}

    /** The best by {@link NextStepRank}, in the order in which they are wanted; no door twice.
     *  @param shown the services that are not wanted */
    List<Door> best(ServiceQuery query, Set<UUID> shown, List<Wanted> wanted);
}
