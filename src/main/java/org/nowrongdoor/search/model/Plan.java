package org.nowrongdoor.search.model;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.disclosure.StatedCondition;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.eligibility.explain.OpenQuestion;

/** Doors for several needs at once.
 *  @param interpretedAs what was understood of all needs, the words and the place, and what was not
 *  @param needs each need in the order in which it was asked for
 *  @param together services that meet more than one of them, those that meet most first */
public record Plan(
        SearchPage.Interpretation interpretedAs,
        List<Part> needs,
        List<Together> together,
        List<OpenQuestion> questions,
        List<NextStep> nextSteps) {

    /** The same plan, whose services tell more. */
    public Plan with(List<Part> parts, List<Together> both) {
        return new Plan(interpretedAs, parts, both, questions, nextSteps);
    }

    /** One need and its doors.
     *  @param nextSteps doors to try for this need with or instead of the hits
     *  @param code null, as the tier is, in an answer that must not tell over a shoulder what was asked
     *  @param tier 1 basics and shelter, 2 health, 3 legal, transport and language, 4 education and work, 5 peers; it
     *      groups, and never puts one need before another */
    @Schema(name = "PlanNeed")
    public record Part(@Nullable String code, @Nullable Integer tier, List<Hit> hits, List<NextStep> nextSteps) {

        /** The same with other hits. */
        public Part with(List<Hit> others) {
            return new Part(code, tier, others, nextSteps);
        }
    }

    /** A service that meets several needs.
     *  @param meets none in an answer that must not tell what was asked */
    @Schema(name = "PlanService")
    public record Together(
            List<Disclosure> disclosures,
            List<StatedCondition> conditions,
            @Nullable String contactPreference,
            HitService service,
            List<String> meets) {

        /** The same with a service that tells more. */
        public Together with(HitService fuller) {
            return new Together(disclosures, conditions, contactPreference, fuller, meets);
        }
    }
}
