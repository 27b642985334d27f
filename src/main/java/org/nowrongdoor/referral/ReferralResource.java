package org.nowrongdoor.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.http.record.Page;
import org.nowrongdoor.referral.state.ReferralParameters;
import org.nowrongdoor.referral.state.Viewer;

/** Referrals of the caller's organisation: those that it sent, and those to services that it runs. */
@Path("/referrals")
@Tag(
        name = "Referrals",
        description = "A client is handed over with consent, and the loop is closed without knowing who it is")
@Produces(MediaType.APPLICATION_JSON)
public class ReferralResource {

    /** All that happened to a referral, in order. */
    @Schema(name = "ReferralEventList")
    public record Events(List<EventView> events) {}

    private final ReferralViews views;
    private final ReferralTransitions desk;
    private final Caller caller;

    public ReferralResource(ReferralViews views, ReferralTransitions desk, Caller caller) {
        this.views = views;
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listReferrals", summary = "Referrals, the newest first, without the people in them")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            schema = @Schema(ref = "ReferralPage"),
                            examples = @ExampleObject(name = "page", value = ReferralExamples.PAGE)))
    public Page list(@Valid @BeanParam ReferralParameters asked) {
        return views.list(asked, Viewer.of(caller));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getReferral",
            summary = "One referral; with the person's details while the consent lasts",
            description =
                    "Details go to the organisation that sent the referral, and to the one that runs the service while it has to do with it. Each reading is written down in the audit log.")
    @APIResponse(
            responseCode = "200",
            description = "The referral",
            content =
                    @Content(
                            schema = @Schema(implementation = ReferralView.class),
                            examples = @ExampleObject(name = "referral", value = ReferralExamples.REFERRAL)))
    public ReferralView get(@PathParam("id") UUID id) {
        return views.get(id, Viewer.of(caller));
    }

    @GET
    @Path("{id}/events")
    @Operation(
            operationId = "listReferralEvents",
            summary = "What happened to a referral: who, when, from where to where, why")
    @APIResponse(
            responseCode = "200",
            description = "Every event, in order",
            content =
                    @Content(
                            schema = @Schema(implementation = Events.class),
                            examples = @ExampleObject(name = "events", value = ReferralExamples.EVENTS)))
    public Events events(@PathParam("id") UUID id) {
        return new Events(views.events(id, Viewer.of(caller)));
    }

    @POST
    @Path("{id}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "moveReferral",
            summary = "Move a referral",
            description =
                    "The provider answers and reports; the sender takes back, and reports on what was accepted. A move that cannot be made names those that can.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Transition.class),
                            examples = @ExampleObject(name = "waitlist", value = ReferralExamples.TRANSITION)))
    @APIResponse(
            responseCode = "200",
            description = "The referral as it stands now",
            content =
                    @Content(
                            schema = @Schema(implementation = ReferralView.class),
                            examples = @ExampleObject(name = "referral", value = ReferralExamples.REFERRAL)))
    public ReferralView move(@PathParam("id") UUID id, @NotNull @Valid Transition transition) {
        var viewer = Viewer.of(caller);
        return views.bare(desk.move(id, transition.move(), transition.text(), viewer), viewer);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "withdrawConsent",
            summary = "The person withdraws: what is known is destroyed now, and a referral that is open ends")
    @APIResponse(responseCode = "204", description = "Destroyed")
    public void withdraw(@PathParam("id") UUID id) {
        desk.withdraw(id, Viewer.of(caller));
    }
}
