package org.nowrongdoor.exchange.history;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.query.KindFilter;

/** The feed of changes, for those who keep a copy: never a change skipped, never one told twice. */
@Path("/changes")
public class ChangeResource {

    private static final int LONGEST_WAIT_SECONDS = 30;

    private final ChangeFeed feed;

    public ChangeResource(ChangeFeed feed) {
        this.feed = feed;
    }

    /** Changes after the last one seen.
     *  @param waitSeconds how long to wait for the first when there is none yet
     *  @param kind services of this kind, or {@code all}; services, hotlines and navigators when it is left out */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response changes(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("wait_seconds") @DefaultValue("0") @Min(0) @Max(LONGEST_WAIT_SECONDS) int waitSeconds,
            @QueryParam("kind") @Nullable String kind) {
        var page = feed.after(after, Duration.ofSeconds(waitSeconds), KindFilter.of(kind));
        return Response.ok(page).header("Cache-Control", "no-store").build();
    }
}
