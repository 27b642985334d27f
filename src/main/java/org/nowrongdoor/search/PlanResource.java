package org.nowrongdoor.search;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Several needs at once: doors for each, and doors that meet more than one. */
@Path("/plan")
@Tag(name = "Search")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {

    private static final int FEWEST_NEEDS = 2;

    /** The first part of a term's code decides its tier (DOMAIN.md, T001 to T005). */
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

    private final SearchAnswer answer;

    public PlanResource(SearchAnswer answer) {
        this.answer = answer;
    }

    @POST
    @Operation(
            summary = "Doors for two or more needs",
            description = "The same body as a search. The order of the needs is the caller's; tier only groups.")
    public RestResponse<Plan> plan(@NotNull SearchRequest request) {
        var faults = new Faults();
        if (request.needs().size() < FEWEST_NEEDS) {
            faults.add(
                    "/needs",
                    "a plan takes two or more needs, had " + request.needs().size() + "; POST /search takes one");
        }
        faults.throwIfAny();
        var all = answer.answer(request);
        var parts = all.interpretedAs().needs().stream()
                .map(need -> part(request, need.code()))
                .toList();
        var together = all.hits().stream()
                .filter(hit -> hit.meets().size() > 1)
                .map(hit -> new Plan.Together(hit.service(), hit.meets()))
                .toList();
        var plan = new Plan(parts, together, all.questions(), all.nextSteps());
        return RestResponse.ResponseBuilder.ok(plan)
                .header("Cache-Control", "no-store")
                .build();
    }

    private Plan.Part part(SearchRequest request, String code) {
        var tier = TIERS.getOrDefault(code.split("\\.", 2)[0], 3);
        return new Plan.Part(
                code, tier, answer.answer(request.with(List.of(code))).hits());
    }
}
