package org.nowrongdoor.exchange.vetting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.nowrongdoor.directory.vetting.ReviewCode;
import org.nowrongdoor.directory.vetting.VettingView;

/** Vetting files as those who vet write them. */
@Tag(name = "Provider")
@Path("/organizations/{id}/vetting")
@Produces(MediaType.APPLICATION_JSON)
public class VettingEditResource {

    /** What the caller finds of a concern. */
    @Schema(name = "NewConcernReview")
    public record Reviewed(@NotNull ReviewCode decision) {}

    private static final String SAID = """
            {"answers": [{"question": "willing_to_hear_community", "value": "yes",
              "as_stated": "They run a group with local sex workers.",
              "evidence": [{"source_url": "https://news.example/2026/group", "seen_on": "2026-08-01"}]}],
             "concerns": [{"code": "demand_reduction", "says": "They spoke for a law that punishes buyers.",
              "evidence": [{"source_url": "https://news.example/2026/law", "seen_on": "2026-08-01"}]}]}""";

    private static final String CONFIRM = "{\"decision\": \"confirm\"}";

    private final VettingEditor editor;

    VettingEditResource(VettingEditor editor) {
        this.editor = editor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addVetting", summary = "Answer questions about an organization, or file a concern")
    @APIResponse(
            responseCode = "201",
            description = "The file as those who vet see it",
            content = @Content(schema = @Schema(implementation = VettingView.class)))
    public Response add(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NewVetting.class),
                                            examples = @ExampleObject(name = "said", value = SAID)))
                    @NotNull @Valid NewVetting vetting) {
        return Response.status(Response.Status.CREATED)
                .entity(editor.add(id, vetting))
                .build();
    }

    @POST
    @Path("{concern}/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "reviewConcern", summary = "Confirm or reject a concern")
    @APIResponse(
            responseCode = "200",
            description = "The file as those who vet see it",
            content = @Content(schema = @Schema(implementation = VettingView.class)))
    public VettingView review(
            @PathParam("id") UUID id,
            @PathParam("concern") UUID concern,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Reviewed.class),
                                            examples = @ExampleObject(name = "confirm", value = CONFIRM)))
                    @NotNull @Valid Reviewed reviewed) {
        return editor.review(id, concern, reviewed.decision());
    }

    @DELETE
    @Path("{concern}")
    @Operation(operationId = "deleteConcern", summary = "Delete a concern with its evidence, reviews and reply")
    @APIResponse(responseCode = "204", description = "Nothing of it is kept")
    public void delete(@PathParam("id") UUID id, @PathParam("concern") UUID concern) {
        editor.remove(id, concern);
    }
}
