package org.nowrongdoor.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.RateLimiter;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.referral.person.ClientCodes;
import org.nowrongdoor.referral.state.ReferralState;
import org.nowrongdoor.referral.state.Referrals;
import org.nowrongdoor.search.ReferableServices;
import org.nowrongdoor.search.model.HitService;

/** How a referral goes, for the person it is about: no account, no name, six words. */
@Path("/referrals/status")
@Tag(name = "Referrals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReferralStatusResource {

    private static final byte[] NOBODYS = new byte[32];

    /** What the person says.
     *  @param provider whether she wants to be told which service it is, too */
    @Schema(name = "StatusQuery")
    public record Asked(
            @NotNull @Size(max = 200) String clientCode,
            @Schema(nullable = true) @Nullable Boolean provider) {}

    /** How it goes; the service only when it was asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReferralStatus")
    public record Standing(
            ReferralState status,
            Instant updatedAt,
            @Nullable Provider service) {}

    /** A service in the fewest words that still let her call. */
    @Schema(name = "StatusProvider")
    public record Provider(UUID id, String name, List<HitService.PhoneNumber> phones) {}

    private final Referrals referrals;
    private final ClientCodes codes;
    private final ReferableServices doors;
    private final RateLimiter limit;
    private final RoutingContext http;

    public ReferralStatusResource(
            Referrals referrals, ClientCodes codes, ReferableServices doors, RateLimiter limit, RoutingContext http) {
        this.referrals = referrals;
        this.codes = codes;
        this.doors = doors;
        this.limit = limit;
        this.http = http;
    }

    @POST
    @Transactional
    @Operation(
            operationId = "referralStatus",
            summary = "How a referral goes, by its six words",
            description =
                    "English and Spanish words lead to the same referral, whatever stands between them. Whoever guesses is stopped soon.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Asked.class),
                            examples = @ExampleObject(name = "code", value = ReferralExamples.STATUS)))
    @APIResponse(
            responseCode = "200",
            description = "The state, and nothing else unless it was asked for",
            content =
                    @Content(
                            schema = @Schema(implementation = Standing.class),
                            examples = @ExampleObject(name = "standing", value = ReferralExamples.STANDING)))
    public Standing status(@NotNull @Valid Asked asked) {
        limit.refuseGuessingCodes(http);
        // What cannot be a code is looked up all the same: no time tells it from one that does not exist.
        var found = referrals.findByCode(codes.digest(asked.clientCode()).orElse(NOBODYS));
        if (found.isEmpty()) {
            limit.countWrongCode(http);
            throw ProblemException.of(ProblemKind.NOT_FOUND, "no referral has this client_code");
        }
        var referral = found.get();
        var service = Boolean.TRUE.equals(asked.provider())
                ? doors.find(referral.serviceId)
                        .map(door -> new Provider(
                                door.service().id(),
                                door.discreetName() == null ? door.service().name() : door.discreetName(),
                                door.service().phones()))
                        .orElse(null)
                : null;
        return new Standing(referral.status, referral.updatedAt, service);
    }
}
