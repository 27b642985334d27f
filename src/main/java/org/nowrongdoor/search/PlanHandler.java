package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.Plan;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.model.SearchRequest;

/** Answers for several needs at once: a search for all of them together, and one for each. */
@Singleton
class PlanHandler {

    /** Tiers of needs, by the first part of a term's code: basics first, as documents 000 and 004
     *  (seed-data/README.md) have it. A tier groups; it never holds a need back. */
    private static final Map<String, Integer> TIERS = Map.ofEntries(
            Map.entry("basic", 1),
            Map.entry("shelter", 1),
            Map.entry("hr", 1),
            Map.entry("substance", 2),
            Map.entry("health", 2),
            Map.entry("mental", 2),
            Map.entry("hotline", 2),
            Map.entry("legal", 3),
            Map.entry("access", 3),
            Map.entry("case", 3),
            Map.entry("edu", 4),
            Map.entry("work", 4),
            Map.entry("peer", 5));

    private static final int USUAL_TIER = 3;

    private final SearchHandler search;

    PlanHandler(SearchHandler search) {
        this.search = search;
    }

    Plan answer(SearchRequest request) {
        var whole = search.answerWhole(request.openly());
        var open = whole.page();
        var all = request.wantsDiscretion() ? search.answer(request) : open;
        var parts = open.interpretedAs().needs().stream()
                .map(SearchPage.UnderstoodNeed::code)
                .distinct()
                .map(code -> part(whole, code, request.wantsDiscretion()))
                .toList();
        return new Plan(
                all.interpretedAs(), parts, together(open.hits(), all.hits()), all.questions(), all.nextSteps());
    }

    private Plan.Part part(SearchHandler.Answered whole, String code, boolean discreet) {
        var page = search.answerPart(whole, code, discreet);
        return discreet
                ? new Plan.Part(null, null, page.hits(), page.nextSteps())
                : new Plan.Part(
                        code, TIERS.getOrDefault(code.split("\\.", 2)[0], USUAL_TIER), page.hits(), page.nextSteps());
    }

    /** @param shown the same services as they may be shown */
    private static List<Plan.Together> together(List<Hit> open, List<Hit> shown) {
        var several = open.stream()
                .filter(hit -> hit.meets().size() > 1)
                .map(hit -> hit.service().id())
                .collect(Collectors.toSet());
        return shown.stream()
                .filter(hit -> several.contains(hit.service().id()))
                .map(hit -> new Plan.Together(
                        hit.disclosures(), hit.conditions(), hit.contactPreference(), hit.service(), hit.meets()))
                .toList();
    }
}
