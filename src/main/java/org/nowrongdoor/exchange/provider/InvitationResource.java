package org.nowrongdoor.exchange.provider;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.directory.ServiceViews;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.mail.LinkMail;
import org.nowrongdoor.mail.Outbox;

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
    private final ServiceViews services;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Caller caller;
    private final Optional<String> publicUrl;

    // Six collaborators: making an invitation is to look, write, mail and note it.
    InvitationResource(
            InvitationRepository invitations,
            ServiceViews services,
            Outbox outbox,
            AuditLog audit,
            Caller caller,
            @ConfigProperty(name = "directory.referral.public-url") Optional<String> publicUrl) {
        this.invitations = invitations;
        this.services = services;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.publicUrl = publicUrl;
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
    public Response invite(@PathParam("id") UUID id, @Nullable @Valid NewInvitation wanted, UriInfo uri) {
        require(id);
        var days = wanted == null || wanted.validDays() == null ? DEFAULT_DAYS : wanted.validDays();
        var made = invitations.create(id, Objects.requireNonNullElse(caller.actor(), "admin"), Duration.ofDays(days));
        audit.record("invite", "service", id.toString());
        var email = wanted == null || wanted.email() == null ? "" : wanted.email();
        // What a request calls us is not to be trusted in a message to someone else.
        var mailed = publicUrl
                .filter(url -> !email.isBlank())
                .map(url -> outbox.put(LinkMail.INVITATION, email, link(url, made.token())))
                .orElse(false);
        var root = publicUrl.orElseGet(() -> uri.getBaseUri().toString());
        return Response.status(Response.Status.CREATED)
                .entity(new InvitationView(
                        made.id(), id, made.expiresAt(), mailed, mailed ? null : link(root, made.token())))
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
        if (services.find(id).isEmpty()) {
            throw ParameterProblems.absent("service", id);
        }
    }

    private static String link(String root, String token) {
        return (root.endsWith("/") ? root : root + "/") + "provider/" + token + "/page";
    }
}
