package org.nowrongdoor.search;

import java.util.List;
import org.nowrongdoor.eligibility.OpenQuestion;

/** Doors for several needs at once.
 *  @param needs each need in the order in which it was asked for
 *  @param together services that meet more than one of them, those that meet most first */
public record Plan(List<Part> needs, List<Together> together, List<OpenQuestion> questions, List<NextStep> nextSteps) {

    /** One need and its doors.
     *  @param tier 1 basics and shelter, 2 health, 3 legal, transport and language, 4 education and work, 5 peers; it
     *      groups, and never puts one need before another */
    public record Part(String code, int tier, List<Hit> hits) {}

    /** A service that meets several needs. */
    public record Together(HitService service, List<String> meets) {}
}
