package org.nowrongdoor.exchange.correction;

import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.access.RateLimiter;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Takes corrections from anyone. Nothing of who sends one is kept. */
@Tag(name = "Provider")
@Path("/services/{id}/corrections")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionSendResource {

    // 50 of one service, 10,000 of all: what editors can read
    private static final int MOST_OF_A_SERVICE = 50;
    private static final int MOST = 10_000;

    private static final String SENT = """
            {"field": "phones", "says": "The night line closed in May.",
             "credit": {"mode": "pseudonym", "text": "Night Owl"}}""";

    private static final String TAKEN = """
            {"withdrawal_code": "7K2M-0QXV-5DTR-H8ZN-3CWB"}""";

    /** That a correction waits for an editor.
     *  @param withdrawalCode by which its sender takes it back, with the credit; told this once */
    @Schema(name = "CorrectionReceipt")
    public record Receipt(String withdrawalCode) {}

    private final CorrectionRepository corrections;
    private final WithdrawalCodes codes;
    private final RateLimiter limit;
    private final RoutingContext http;

    CorrectionSendResource(
            CorrectionRepository corrections, WithdrawalCodes codes, RateLimiter limit, RoutingContext http) {
        this.corrections = corrections;
        this.codes = codes;
        this.limit = limit;
        this.http = http;
    }

    @POST
    @Transactional
    @Operation(operationId = "sendCorrection", summary = "Say what is wrong in a service; an editor decides")
    @APIResponse(
            responseCode = "202",
            description = "It waits for an editor",
            content =
                    @Content(
                            schema = @Schema(implementation = Receipt.class),
                            examples = @ExampleObject(name = "taken", value = TAKEN)))
    public Response send(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewCorrection.class),
                                            examples = @ExampleObject(name = "sent", value = SENT)))
                    @NotNull @Valid NewCorrection correction) {
        limit.takeForCorrection(http);
        var isGuarded = corrections.findGuarded(id).orElseThrow(() -> ParameterProblems.absent("service", id));
        var checked = CorrectionChecker.checked(correction, isGuarded);
        if (corrections.countOpen(id) >= MOST_OF_A_SERVICE || corrections.countOpen(null) >= MOST) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "too many corrections wait for an editor. At most " + MOST_OF_A_SERVICE + " of a service and "
                            + MOST + " in all may wait. Send this one in some days.");
        }
        var code = codes.create();
        corrections.add(id, checked, codes.digest(code).orElseThrow());
        return Response.accepted(new Receipt(code)).build();
    }
}
