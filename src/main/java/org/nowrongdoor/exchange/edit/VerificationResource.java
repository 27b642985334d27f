package org.nowrongdoor.exchange.edit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.nowrongdoor.directory.verification.VerificationMethod;
import org.nowrongdoor.directory.verification.VerificationView;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangedEntity;

/** Checks of a service by those who look after the directory. */
@Tag(name = "Provider")
@Path("/services/{id}/verifications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {

    private static final String CHECKED = "{\"method\": \"phone\", \"role\": \"editor\"}";

    private static final String NOTED = """
            {"service_id": "ac148810-d857-441c-9679-408f346de14b", "verified_on": "2026-08-01", "method": "phone",
             "role": "editor", "due_on": "2027-08-01"}""";

    private final VerificationWriter verifications;
    private final Caller caller;

    VerificationResource(VerificationWriter verifications, Caller caller) {
        this.verifications = verifications;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "verifyService", summary = "Say that a service was checked today, and how")
    @APIResponse(
            responseCode = "201",
            description = "The check, and when the next one is due",
            content =
                    @Content(
                            schema = @Schema(implementation = VerificationView.class),
                            examples = @ExampleObject(name = "noted", value = NOTED)))
    public Response verify(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewVerification.class),
                                            examples = @ExampleObject(name = "checked", value = CHECKED)))
                    @NotNull @Valid NewVerification checked) {
        if (checked.method() == VerificationMethod.LINK) {
            var detail = "method must be phone, email, visit or website. The provider alone checks by link";
            throw ProblemException.of(ProblemKind.INVALID_BODY, detail, List.of(new Fault("/method", detail)));
        }
        var edit = new EditRequest(ChangedEntity.SERVICE, id, "*", caller.actor(), caller.reach());
        return Response.status(Response.Status.CREATED)
                .entity(verifications.write(edit, checked.method(), checked.role()))
                .build();
    }
}
