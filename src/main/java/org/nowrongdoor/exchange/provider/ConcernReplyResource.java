package org.nowrongdoor.exchange.provider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.vetting.VettingView;
import org.nowrongdoor.exchange.vetting.VettingEditor;

/** What a provider replies to a concern about its organisation, by its link and without an account. */
@Tag(name = "Provider")
@Path("/organizations/{id}/vetting/{concern}/reply")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConcernReplyResource {

    /** A reply to a concern.
     *  @param token the part of the provider's link behind {@code /provider/}
     *  @param text what is replied; null takes the reply back */
    @Schema(name = "NewConcernReply")
    public record Replied(
            @NotNull @Size(min = 1, max = 200) @Schema(examples = "kq3mZ0v7hS6oXl2bJ9wYtR1cFgUeNdAaPp8iTjVxQyM")
            String token,

            @Nullable @Size(max = 2000) @Schema(examples = "We spoke for another law. See our statement of May 2026.")
            String text) {}

    private static final String REPLY = """
            {"token": "kq3mZ0v7hS6oXl2bJ9wYtR1cFgUeNdAaPp8iTjVxQyM",
             "text": "We spoke for another law. See our statement of May 2026."}""";

    private final InvitationRepository invitations;
    private final VettingEditor files;

    ConcernReplyResource(InvitationRepository invitations, VettingEditor files) {
        this.invitations = invitations;
        this.files = files;
    }

    @POST
    @Operation(operationId = "replyToConcern", summary = "Reply to a concern by the provider's link")
    @APIResponse(
            responseCode = "200",
            description = "The file as its organization sees it",
            content = @Content(schema = @Schema(implementation = VettingView.class)))
    public VettingView reply(
            @PathParam("id") UUID id,
            @PathParam("concern") UUID concern,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Replied.class),
                                            examples = @ExampleObject(name = "reply", value = REPLY)))
                    @NotNull @Valid Replied replied) {
        var held = invitations.get(replied.token());
        return files.reply(id, concern, held.serviceId(), held.actor(), replied.text());
    }
}
