package org.nowrongdoor.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.http.server.TimeLimited;
import org.nowrongdoor.referral.state.ReferralState;
import org.nowrongdoor.referral.state.Viewer;

/** Where referrals are sent from. */
@Path("/referrals")
@Tag(name = "Referrals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReferralSendResource {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final ReferralSender desk;
    private final ReferabilityChecker doors;
    private final RefusalCounter refusals;
    private final ReferralLinks tools;
    private final Caller caller;

    // Five collaborators: a referral is checked, counted for, sent, linked, and someone's.
    public ReferralSendResource(
            ReferralSender desk,
            ReferabilityChecker doors,
            RefusalCounter refusals,
            ReferralLinks tools,
            Caller caller) {
        this.desk = desk;
        this.doors = doors;
        this.refusals = refusals;
        this.tools = tools;
        this.caller = caller;
    }

    @POST
    @Path("preview")
    @TimeLimited
    @Operation(
            operationId = "previewReferral",
            summary = "What a referral would meet: disclosures to tell, whether the client can go there, what to ask",
            description = "Nothing is kept. What the client says is judged and forgotten.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Preview.Request.class),
                            examples = @ExampleObject(name = "preview", value = ReferralExamples.PREVIEW)))
    @APIResponse(
            responseCode = "200",
            description = "Disclosures first, how to reach the service last",
            content = @Content(schema = @Schema(implementation = Preview.class)))
    public Preview preview(@NotNull @Valid Preview.Request asked) {
        var lang = Objects.requireNonNullElse(asked.lang(), "en");
        doors.requireKnown(Objects.requireNonNull(asked.needs()));
        var checked = doors.look(asked.serviceId(), asked.client(), lang);
        var told = doors.told(checked, asked.client(), lang);
        return Preview.of(checked, told, refusals.of(asked.serviceId()), lang);
    }

    @POST
    @Operation(
            operationId = "sendReferral",
            summary = "Refer a client to a service",
            description =
                    "client is judged and forgotten. person is kept, encrypted, only with consent and only while it lasts. The same Idempotency-Key with the same body gives the same answer for 24 hours, with the header Idempotency-Replayed.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewReferral.class),
                            examples = @ExampleObject(name = "referral", value = ReferralExamples.NEW)))
    @APIResponse(
            responseCode = "201",
            description = "Sent",
            content =
                    @Content(
                            schema = @Schema(implementation = SentView.class),
                            examples = @ExampleObject(name = "sent", value = ReferralExamples.SENT)))
    public Response send(
            @Parameter(
                            description = "Any text of the caller's that is new for each referral",
                            example = "0b7c1b9e-7c0e-4a58-9d57-53b7f2f6f1a4")
                    @HeaderParam("Idempotency-Key")
                    @Size(min = 1, max = 255) @Pattern(regexp = "[\\x21-\\x7e]*", message = "must be printable ASCII without spaces") @Nullable String idempotencyKey,
            @NotNull @Valid NewReferral wanted) {
        var sent = desk.send(wanted, Viewer.of(caller), idempotencyKey);
        var referral = sent.referral();
        var view = new SentView(
                referral.id,
                referral.introduction ? ReferralState.DRAFT : ReferralState.REQUESTED,
                tools.code(referral, Objects.requireNonNull(wanted.lang())),
                Objects.requireNonNull(referral.linkExpiresAt),
                referral.linkMailed ? null : tools.answerUrl(referral));
        var answer = Response.created(URI.create("/referrals/" + referral.id)).entity(view);
        return sent.replayed() ? answer.header(REPLAYED, "true").build() : answer.build();
    }
}
