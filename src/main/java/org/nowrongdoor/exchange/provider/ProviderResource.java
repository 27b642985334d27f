package org.nowrongdoor.exchange.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.verification.VerificationView;
import org.nowrongdoor.exchange.edit.CapacityReport;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** A provider's own entry, by the link that an editor gave it. Reading changes nothing, also when a scanner of mails
 *  follows the link first. */
@Tag(name = "Provider")
@Path("/provider/{token}")
@Produces(MediaType.APPLICATION_JSON)
public class ProviderResource {

    /** The entry and what its provider may do with it.
     *  @param service as everybody sees it
     *  @param mayChange members that a patch may name
     *  @param expiresAt when the link ends
     *  @param taken members of a patch that have taken effect; absent unless something was changed
     *  @param waiting members of a patch that wait for an editor to agree; absent when there are none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnEntry(
            @Schema(ref = "Service") JsonNode service,
            List<String> mayChange,
            Instant expiresAt,
            @Nullable List<String> taken,
            @Nullable List<Waiting> waiting) {}

    /** A member of a patch that has not taken effect yet.
     *  @param why in one sentence */
    @Schema(name = "WaitingChange")
    public record Waiting(String field, JsonNode value, String why) {}

    /** That the entry is to go.
     *  @param confirm must be true */
    @Schema(name = "DeclineRequest")
    public record Decline(@Nullable Boolean confirm) {}

    /** What became of it. */
    @Schema(name = "DeclineResult")
    public record Declined(String status) {}

    private static final String WAITS = "a less strict policy waits until an editor agrees";

    private static final String HALF = """
            {"service": {"id": "ac148810-d857-441c-9679-408f346de14b", "name": "Open door", "status": "active"},
             "may_change": ["phones", "schedules"], "expires_at": "2026-08-15T12:00:00Z", "taken": ["wait_time"],
             "waiting": [{"field": "location_policy", "value": "public",
             "why": "a less strict policy waits until an editor agrees"}]}""";

    private static final String ENTRY = """
            {"service": {"id": "ac148810-d857-441c-9679-408f346de14b", "name": "Open door", "status": "active"},
             "may_change": ["phones", "schedules"], "expires_at": "2026-08-15T12:00:00Z"}""";

    private static final String NOTED = """
            {"service_id": "ac148810-d857-441c-9679-408f346de14b", "verified_on": "2026-08-01", "method": "link",
             "role": "provider", "due_on": "2027-08-01"}""";

    private final ProviderEditor desk;

    ProviderResource(ProviderEditor desk) {
        this.desk = desk;
    }

    @GET
    @Operation(operationId = "getOwnEntry", summary = "A provider's own entry, and what it may change")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OwnEntry.class),
                            examples = @ExampleObject(name = "entry", value = ENTRY)))
    public OwnEntry get(@PathParam("token") String token) {
        var own = desk.get(token);
        return new OwnEntry(
                own.service().body(), ProviderEditor.SAFE, own.invitation().expiresAt(), null, null);
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(operationId = "changeOwnEntry", summary = "Change what a provider may change; it shows at once")
    @APIResponse(
            responseCode = "202",
            description = "The entry as it stands now, and which part waits for an editor",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OwnEntry.class),
                            examples = @ExampleObject(name = "half", value = HALF)))
    @APIResponse(
            responseCode = "200",
            description = "The entry as it stands now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OwnEntry.class),
                            examples = @ExampleObject(name = "entry", value = ENTRY)))
    public Response change(
            @PathParam("token") String token,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(ref = "Service"),
                                            examples =
                                                    @ExampleObject(
                                                            name = "patch",
                                                            value = "{\"wait_time\": \"Two weeks\"}")))
                    @NotNull JsonNode patch) {
        if (!(patch instanceof ObjectNode members)) {
            throw ProblemException.of(ProblemKind.INVALID_BODY, "the body must be one JSON object");
        }
        var waiting = desk.patch(token, ifMatch, members);
        var now = get(token);
        var taken = members.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !waiting.contains(name))
                .toList();
        var entry = new OwnEntry(
                now.service,
                now.mayChange,
                now.expiresAt,
                taken,
                waiting.isEmpty()
                        ? null
                        : waiting.stream()
                                .map(name -> new Waiting(name, members.path(name), WAITS))
                                .toList());
        return Response.status(waiting.isEmpty() ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(entry)
                .build();
    }

    @PUT
    @Path("capacity")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "setOwnCapacity", summary = "Say whether there is room today")
    @APIResponse(
            responseCode = "200",
            description = "The entry as it stands now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OwnEntry.class),
                            examples = @ExampleObject(name = "entry", value = ENTRY)))
    public OwnEntry capacity(@PathParam("token") String token, @NotNull @Valid CapacityReport report) {
        desk.capacity(token, report);
        return get(token);
    }

    @POST
    @Path("verifications")
    @Operation(operationId = "verifyOwnEntry", summary = "Say that the entry is right as it is shown")
    @APIResponse(
            responseCode = "201",
            description = "The check, and when the next one is due",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = VerificationView.class),
                            examples = @ExampleObject(name = "noted", value = NOTED)))
    public Response verify(
            @PathParam("token") String token, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Response.status(Response.Status.CREATED)
                .entity(desk.verify(token, ifMatch))
                .build();
    }

    @POST
    @Path("decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "declineOwnEntry",
            summary = "Take the entry out of the directory at once; no import brings it back")
    @APIResponse(
            responseCode = "200",
            description = "It is gone",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Declined.class),
                            examples = @ExampleObject(name = "gone", value = "{\"status\": \"declined\"}")))
    public Declined decline(@PathParam("token") String token, @NotNull @Valid Decline decline) {
        if (!Boolean.TRUE.equals(decline.confirm())) {
            throw ProblemException.of(
                    ProblemKind.INVALID_BODY, "confirm must be true: the entry goes at once, with every link to it");
        }
        desk.decline(token);
        return new Declined("declined");
    }
}
