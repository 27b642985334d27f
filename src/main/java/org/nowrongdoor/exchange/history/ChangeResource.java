package org.nowrongdoor.exchange.history;

import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.query.KindFilter;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.request.RequestWork;

/** The feed of changes, for those who keep a copy: never a change skipped, never one told twice. */
@Path("/changes")
public class ChangeResource {

    private static final int LONGEST_WAIT_SECONDS = 30;
    private static final String RECORD = "record";

    private final ChangeFeed feed;
    private final RoutingContext http;

    public ChangeResource(ChangeFeed feed, RoutingContext http) {
        this.feed = feed;
        this.http = http;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listChanges", summary = "What changed in the directory, in order")
    public RestResponse<ChangePage> changes(
            @Parameter(example = "now") @QueryParam("after") @DefaultValue(ChangeFeed.BEGINNING) String after,
            @QueryParam("include") @Nullable String include,
            @QueryParam("wait_seconds") @DefaultValue("0") @Min(0) @Max(LONGEST_WAIT_SECONDS) int waitSeconds,
            @QueryParam("kind") @Nullable String kind) {
        if (include != null && !include.equals(RECORD)) {
            throw ParameterProblems.value("include", RECORD, include);
        }
        var patience = new ChangeFeed.Patience(Duration.ofSeconds(waitSeconds), RequestWork.of(http)::isLeft);
        var page = feed.after(after, patience, KindFilter.of(kind), include != null);
        return RestResponse.ResponseBuilder.ok(page)
                .header("Cache-Control", "no-store")
                .build();
    }
}
