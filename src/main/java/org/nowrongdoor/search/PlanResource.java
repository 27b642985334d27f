package org.nowrongdoor.search;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.request.NegotiationReader;
import org.nowrongdoor.http.server.TimeLimited;
import org.nowrongdoor.search.model.Plan;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchRequest;

/** Several needs at once: doors for each, and doors that meet more than one. */
@Path("/plan")
@Tag(name = "Search")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@TimeLimited
public class PlanResource {

    private static final int FEWEST_NEEDS = 2;

    private final PlanHandler answer;
    private final VettingPresenter vetting;

    public PlanResource(PlanHandler answer, VettingPresenter vetting) {
        this.answer = answer;
        this.vetting = vetting;
    }

    @POST
    @Operation(
            operationId = "plan",
            summary = "Doors for two or more needs",
            description = "The same body as a search. The order of the needs is the caller's; tier only groups.")
    public RestResponse<Plan> plan(
            @NotNull SearchRequest request, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        var faults = new RequestFaults();
        if (request.needs().size() < FEWEST_NEEDS) {
            faults.add(
                    "/needs",
                    "a plan takes two or more needs, had " + request.needs().size() + "; POST /search takes one");
        }
        faults.throwIfAny();
        var language = NegotiationReader.language(request.lang(), acceptLanguage);
        var asked = request.inLanguage(language);
        return RestResponse.ResponseBuilder.ok(vetting.told(answer.answer(asked), asked))
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Cache-Control", "no-store")
                .build();
    }
}
