package org.nowrongdoor.referral.feedback;

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
import java.util.EnumSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.access.RateLimiter;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.referral.person.ClientCodes;
import org.nowrongdoor.referral.state.FeedbackCode;
import org.nowrongdoor.referral.state.Referrals;

/** How it went, from the client of a referral: by its six words, without an account, once. */
@Path("/referrals/feedback")
@Tag(name = "Referrals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FeedbackSendResource {

    private static final byte[] NOBODYS = new byte[32];

    private static final String SAID = """
            {"client_code": "apple-river-stone-cloud-table-green", "codes": ["heard", "conditions-differed"]}""";

    /** What a client says of the service of a referral. */
    @Schema(name = "NewFeedback")
    public record NewFeedback(
            @NotNull @Size(max = 200) String clientCode,
            @NotNull @Size(min = 1, max = 8) List<@NotNull FeedbackCode> codes) {}

    private final Referrals referrals;
    private final ClientCodes codes;
    private final FeedbackCounter counts;
    private final RateLimiter limit;
    private final RoutingContext http;

    // Five collaborators: a code is read and looked up, guesses are counted by their address, and the word is counted.
    FeedbackSendResource(
            Referrals referrals, ClientCodes codes, FeedbackCounter counts, RateLimiter limit, RoutingContext http) {
        this.referrals = referrals;
        this.codes = codes;
        this.counts = counts;
        this.limit = limit;
        this.http = http;
    }

    @POST
    @Transactional
    @Operation(
            operationId = "sendFeedback",
            summary = "Say how a service was, once for each referral, by its six words")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewFeedback.class),
                            examples = @ExampleObject(name = "said", value = SAID)))
    @APIResponse(responseCode = "204", description = "Counted; what was said is kept with no one and no day")
    public void send(@NotNull @Valid NewFeedback feedback) {
        limit.refuseGuessingCodes(http);
        var referral = referrals
                .findByCode(codes.digest(feedback.clientCode()).orElse(NOBODYS))
                .orElseThrow(() -> {
                    limit.countWrongCode(http);
                    return ProblemException.of(ProblemKind.NOT_FOUND, "no referral has this client_code");
                });
        if (!counts.add(referral.id, referral.serviceId, EnumSet.copyOf(feedback.codes()))) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "feedback was given after this referral already. It is only counted, so it cannot be changed.");
        }
    }
}
