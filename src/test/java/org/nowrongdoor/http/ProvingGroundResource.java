package org.nowrongdoor.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.parameter.TakesParameters;
import org.nowrongdoor.problem.ProblemKind;

/** Endpoints of the tests alone, with one of every way to be asked wrongly. */
@Path("/proving-ground")
public class ProvingGroundResource {

    public record Query(
            @QueryParam("per_page") @DefaultValue("25") @Min(1) @Max(500) int perPage,

            @QueryParam("minimal") boolean minimal,
            @QueryParam("since") @Nullable LocalDate since,
            @QueryParam("kind") @Nullable ProblemKind kind,
            @QueryParam("need") List<String> needs) {}

    public record Inner(
            @Nullable @Size(max = 5) String code, @Nullable ProblemKind kind) {}

    public record Body(
            @NotNull @Size(min = 1, max = 10) String name,
            @Nullable Integer count,
            @Nullable UUID someId,
            @Nullable List<@Valid Inner> inner,
            @Nullable JsonNode anything) {}

    @GET
    @Operation(hidden = true)
    @TakesParameters("fact.*")
    public Map<String, Integer> list(@BeanParam @Valid Query query) {
        return Map.of("size", query.perPage());
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Map<String, UUID> get(@PathParam("id") UUID id) {
        return Map.of("id", id);
    }

    @POST
    @Operation(hidden = true)
    public Map<String, String> post(@Valid @NotNull Body body) {
        return Map.of("name", body.name());
    }

    @GET
    @Path("/failure")
    @Operation(hidden = true)
    public String fail(@QueryParam("q") @Nullable String q) {
        throw new IllegalStateException("SELECT canary-" + q);
    }

    @PUT
    @Path("/without-row")
    @Operation(hidden = true)
    public String withoutRow() {
        return "never";
    }

    /** Opened by the test that keeps requests waiting. */
    public static final CountDownLatch GATE = new CountDownLatch(1);

    /** Has one permit for every request that waits at the gate. */
    public static final Semaphore AT_THE_GATE = new Semaphore(0);

    @GET
    @Path("/wait")
    @Operation(hidden = true)
    public String await() throws InterruptedException {
        AT_THE_GATE.release();
        return GATE.await(20, TimeUnit.SECONDS) ? "opened" : "given up";
    }
}
