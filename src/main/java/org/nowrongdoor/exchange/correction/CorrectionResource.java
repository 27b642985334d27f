package org.nowrongdoor.exchange.correction;

import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
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
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Corrections as editors decide on them and contributors take them back. */
@Tag(name = "Provider")
@Path("/corrections")
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionResource {

    private static final int PAGE = 100;

    /** Some corrections, the oldest first.
     *  @param next where to read on: {@code after} of the next request; null at the end */
    @Schema(name = "CorrectionPage")
    public record CorrectionPage(
            List<CorrectionView> corrections, @Nullable Long next) {}

    /** What an editor decides. */
    @Schema(name = "CorrectionDecision")
    public record Decided(@NotNull DecisionMode decision) {}

    /** What someone takes back. */
    @Schema(name = "CorrectionWithdrawal")
    public record Withdrawn(
            @NotNull @Size(max = 200) @Schema(examples = "7K2M-0QXV-5DTR-H8ZN-3CWB")
            String code) {}

    private static final String ACCEPT = "{\"decision\": \"accept\"}";

    private static final String CODE = "{\"code\": \"7K2M-0QXV-5DTR-H8ZN-3CWB\"}";

    private static final byte[] NOBODYS = new byte[32];

    private final CorrectionRepository corrections;
    private final WithdrawalCodes codes;
    private final AuditLog audit;
    private final Caller caller;
    private final RateLimiter limit;
    private final RoutingContext http;

    // Six collaborators: a list is read for its caller; a decision is noted; a code is looked up and guesses are
    // counted.
    CorrectionResource(
            CorrectionRepository corrections,
            WithdrawalCodes codes,
            AuditLog audit,
            Caller caller,
            RateLimiter limit,
            RoutingContext http) {
        this.corrections = corrections;
        this.codes = codes;
        this.audit = audit;
        this.caller = caller;
        this.limit = limit;
        this.http = http;
    }

    @GET
    @Operation(operationId = "listCorrections", summary = "Corrections that wait for an editor, or were accepted")
    public CorrectionPage list(
            @QueryParam("status") @DefaultValue("open") String status,
            @QueryParam("service_id") @Nullable UUID serviceId,
            @QueryParam("after") @DefaultValue("0") @Min(0) long after) {
        var found = corrections.list(caller.reach(), CorrectionStatus.get(status), serviceId, after, PAGE);
        return new CorrectionPage(
                found.stream().map(CorrectionRepository.Kept::view).toList(),
                found.size() < PAGE ? null : found.get(PAGE - 1).ticket());
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "decideCorrection",
            summary = "Accept or reject a correction",
            description =
                    "An accepted one shows its credit; the record itself is changed by an edit. One that is rejected"
                            + " is erased, also after it was accepted.")
    @APIResponse(
            responseCode = "200",
            description = "The correction as it was decided on",
            content = @Content(schema = @Schema(implementation = CorrectionView.class)))
    public CorrectionView decide(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Decided.class),
                                            examples = @ExampleObject(name = "accept", value = ACCEPT)))
                    @NotNull @Valid Decided decided) {
        var found = corrections.find(id, caller.reach()).orElseThrow(() -> ParameterProblems.absent("correction", id));
        var mode = decided.decision();
        LocalDate day = null;
        if (mode == DecisionMode.REJECT) {
            corrections.remove(id);
        } else {
            day = corrections
                    .accept(id)
                    .orElseThrow(() -> ProblemException.of(
                            ProblemKind.CONFLICT, "this correction was accepted already; it can still be rejected"));
        }
        audit.record(mode.wire(), "correction", id.toString());
        return new CorrectionView(
                found.id(),
                found.serviceId(),
                found.field(),
                found.says(),
                found.credit(),
                mode.status(),
                found.receivedOn(),
                day);
    }

    @POST
    @Path("withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "withdrawCorrection",
            summary = "Take a correction back: its text and its credit are erased everywhere")
    @APIResponse(responseCode = "204", description = "Nothing of it is kept")
    public void withdraw(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Withdrawn.class),
                                            examples = @ExampleObject(name = "code", value = CODE)))
                    @NotNull @Valid Withdrawn withdrawn) {
        limit.refuseGuessingCodes(http);
        if (!corrections.withdraw(codes.digest(withdrawn.code()).orElse(NOBODYS))) {
            limit.countWrongCode(http);
            throw ProblemException.of(
                    ProblemKind.NOT_FOUND,
                    "no correction has this code; one that was rejected or withdrawn is kept nowhere");
        }
    }
}
