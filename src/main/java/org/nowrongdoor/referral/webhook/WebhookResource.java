package org.nowrongdoor.referral.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Subscriptions to what becomes of referrals.
 *  @see "Standard Webhooks" */
@Tag(name = "Webhooks")
@Path("/webhooks")
public class WebhookResource {

    /** The subscriptions of the caller, the newest first. */
    public record WebhookList(List<WebhookView> webhooks) {}

    /** Messages to a subscriber, the newest first.
     *  @param next send it as {@code before} for older ones; absent at the end */
    public record DeliveryList(
            List<DeliveryView> deliveries, @Nullable String next) {}

    private static final List<String> STATES = List.of("pending", "delivered", "dead");
    private static final int DEFAULT_LIMIT = 50;

    private static final String CREATED = """
            {"id": "5a0d7b7e-27f4-4b39-9a4b-6a2a1c0f2c11", "url": "https://partner.example/hooks/referrals",
             "events": ["referral.updated"], "created_at": "2026-08-01T12:00:00Z", "status": "active", "failures": 0,
             "secret": "whsec_c2VjcmV0IHRoYXQgaXMgc2hvd24gdGhpcyBvbmNlISE="}""";

    private static final String DELIVERY = """
            {"id": "2f0b5b64-5f3b-4c3e-8f65-0d0f3f9a7a10", "message": {"type": "referral.updated",
             "timestamp": "2026-08-01T12:00:00Z", "data": {"id": "9a1f2c34-0b1d-4f6e-8a77-1d2c3b4a5f60",
             "from": "requested", "to": "accepted", "no": 2, "kind": "moved"}}, "status": "dead", "attempts": 21,
             "last_attempt_at": "2026-08-04T12:00:00Z", "last_answer": "500"}""";

    private final Webhooks webhooks;
    private final DeliveryRecords records;
    private final TargetUrlParser urls;
    private final Caller caller;

    public WebhookResource(Webhooks webhooks, DeliveryRecords records, TargetUrlParser urls, Caller caller) {
        this.webhooks = webhooks;
        this.records = records;
        this.urls = urls;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "createWebhook", summary = "Be told when a referral moves; the secret is shown this once")
    @APIResponse(
            responseCode = "201",
            description = "The subscription and its secret",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WebhookView.class),
                            examples = @ExampleObject(name = "created", value = CREATED)))
    @APIResponse(responseCode = "409", description = "There are too many already, or the caller has a token and no key")
    public RestResponse<WebhookView> create(@NotNull @Valid NewWebhook wanted) {
        require(wanted);
        var made = webhooks.create(wanted.url(), owner());
        return RestResponse.ResponseBuilder.<WebhookView>created(URI.create("/webhooks/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "List subscriptions, the newest first")
    public WebhookList list() {
        return new WebhookList(webhooks.list(owner()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getWebhook", summary = "Everything about a subscription but its secret")
    public WebhookView get(@PathParam("id") UUID id) {
        return webhooks.get(id, owner());
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteWebhook", summary = "End a subscription, with whatever was still to be told")
    @APIResponse(responseCode = "204", description = "Ended")
    public void delete(@PathParam("id") UUID id) {
        webhooks.delete(id, owner());
    }

    @POST
    @Path("{id}/resume")
    @Operation(
            operationId = "resumeWebhook",
            summary = "Let a stopped subscription go on, from now on by the key of the caller",
            description =
                    "A subscription stops with the key that made it, when its receiver answers 410, and when no attempt has succeeded for seven days. Before a key is rotated away, resume its subscriptions with the new one. What happened while it was stopped is not told; GET /referrals tells.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription, active",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "409", description = "It is an organisation's, and the caller's key is not")
    public WebhookView resume(@PathParam("id") UUID id) {
        return webhooks.resume(id, owner());
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "What was told and what was not: status=dead lists what was given up after three days")
    public DeliveryList deliveries(
            @PathParam("id") UUID id,
            @QueryParam("status")
                    @Parameter(
                            description = "pending, delivered or dead; all when left out",
                            example = "dead",
                            schema = @Schema(enumeration = {"pending", "delivered", "dead"}))
                    @Nullable String status,
            @QueryParam("before") @Min(1) @Parameter(description = "next of the answer before") @Nullable Long before,
            @QueryParam("limit") @Min(1) @Max(200) @Parameter(description = "1 to 200", example = "50") @Nullable Integer limit) {
        if (status != null && !STATES.contains(status)) {
            throw ParameterProblems.value("status", "one of " + String.join(", ", STATES), status);
        }
        webhooks.get(id, owner());
        var found = records.list(
                id,
                Optional.ofNullable(status),
                Objects.requireNonNullElse(before, Long.MAX_VALUE),
                Objects.requireNonNullElse(limit, DEFAULT_LIMIT));
        return new DeliveryList(found.deliveries(), found.next());
    }

    @POST
    @Path("{id}/deliveries/{delivery_id}/replay")
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Tell something again, for another three days if need be")
    @APIResponse(
            responseCode = "202",
            description = "It will be tried at once",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DeliveryView.class),
                            examples = @ExampleObject(name = "delivery", value = DELIVERY)))
    @APIResponse(responseCode = "409", description = "The subscription has stopped")
    public RestResponse<DeliveryView> replay(@PathParam("id") UUID id, @PathParam("delivery_id") UUID deliveryId) {
        return RestResponse.accepted(webhooks.replay(id, deliveryId, owner()));
    }

    private void require(NewWebhook wanted) {
        var events = wanted.events();
        if (events != null && !events.isEmpty() && !events.equals(List.of(WebhookMessage.UPDATED))) {
            throw refused("/events", "events must be [\"" + WebhookMessage.UPDATED + "\"]");
        }
        try {
            urls.parse(wanted.url());
        } catch (RefusedTargetException e) {
            throw refused("/url", "url " + e.reason());
        }
    }

    private static ProblemException refused(String pointer, String detail) {
        return ProblemException.of(ProblemKind.INVALID_BODY, detail, List.of(new Fault(pointer, detail)));
    }

    private WebhookOwner owner() {
        return WebhookOwner.of(caller);
    }
}
