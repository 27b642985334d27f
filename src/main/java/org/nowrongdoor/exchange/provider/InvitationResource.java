package org.nowrongdoor.exchange.provider;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.exchange.edit.RecordEditor;
import org.nowrongdoor.http.server.LinkResolver;
import org.nowrongdoor.mail.LinkMail;
import org.nowrongdoor.mail.Outbox;
import org.nowrongdoor.storage.ChangedEntity;

/** Invitations to providers to look after their own entry. */
@Tag(name = "Provider")
@Path("/services/{id}/invitations")
public class InvitationResource {

    private static final int DEFAULT_DAYS = 14;

    private static final String MADE = """
            {"id": "0a2b7b7e-27f4-4b39-9a4b-6a2a1c0f2c11", "service_id": "ac148810-d857-441c-9679-408f346de14b",
             "expires_at": "2026-08-15T12:00:00Z", "mailed": false,
             "url": "https://directory.example/provider/kB1x0VZ3s6mQ9w/page"}""";

    private final InvitationRepository invitations;
    private final RecordEditor editor;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Caller caller;
    private final LinkResolver links;

    // Six collaborators: making an invitation is to look, write, mail and note it.
    InvitationResource(
            InvitationRepository invitations,
            RecordEditor editor,
            Outbox outbox,
            AuditLog audit,
            Caller caller,
            LinkResolver links) {
        this.invitations = invitations;
        this.editor = editor;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.links = links;
    }

    @POST
    @Transactional
    @Operation(
            operationId = "inviteProvider",
            summary = "Invite a provider to look after its own entry by a link; mailed where mail can be sent")
    @APIResponse(
            responseCode = "201",
            description = "The invitation",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InvitationView.class),
                            examples = @ExampleObject(name = "made", value = MADE)))
    public Response invite(@PathParam("id") UUID id, @Nullable @Valid NewInvitation wanted) {
        require(id);
        var days = wanted == null || wanted.validDays() == null ? DEFAULT_DAYS : wanted.validDays();
        var made = invitations.create(
                id, Objects.requireNonNull(caller.actor(), "the endpoint needs a key"), Duration.ofDays(days));
        audit.record("invite", "service", id.toString());
        var email = wanted == null || wanted.email() == null ? "" : wanted.email();
        var path = "/provider/" + made.token() + "/page";
        var mailed = links.findPublic(path)
                .filter(url -> !email.isBlank())
                .map(url -> outbox.put(LinkMail.INVITATION, email, url))
                .orElse(false);
        return Response.status(Response.Status.CREATED)
                .entity(new InvitationView(
                        made.id(),
                        id,
                        made.expiresAt(),
                        mailed,
                        mailed ? null : links.resolve(path).toString()))
                .build();
    }

    @DELETE
    @Transactional
    @Operation(operationId = "revokeInvitations", summary = "Take back every invitation to a service")
    @APIResponse(responseCode = "204", description = "None of them is good any more")
    public void revoke(@PathParam("id") UUID id) {
        require(id);
        invitations.revoke(id);
        audit.record("revoke-invitations", "service", id.toString());
    }

    private void require(UUID id) {
        editor.require(ChangedEntity.SERVICE, id, caller.reach());
    }
}
