package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.http.MediaTypes;
import org.nowrongdoor.http.TakesParameters;
import org.nowrongdoor.referral.BareReferrals;
import org.nowrongdoor.referral.ReferralView;

/** The caller's own referrals as FHIR resources, without anybody in them. */
@Tag(name = "FHIR")
@Path("/fhir")
@Produces({FhirJson.MEDIA_TYPE, MediaTypes.JSON})
public class FhirReferralResource {

    private static final String TASK_EXAMPLE =
            "{\"resourceType\":\"Task\",\"id\":\"5f1c6f3e-8a35-4a0e-9f44-0d7b2d1f6f10\",\"status\":\"accepted\",\"intent\":\"order\"}";
    private static final String REQUEST_EXAMPLE =
            "{\"resourceType\":\"ServiceRequest\",\"id\":\"5f1c6f3e-8a35-4a0e-9f44-0d7b2d1f6f10\",\"status\":\"active\",\"intent\":\"order\"}";

    private final BareReferrals referrals;
    private final FhirAnswers answers;

    public FhirReferralResource(BareReferrals referrals, FhirAnswers answers) {
        this.referrals = referrals;
        this.answers = answers;
    }

    @GET
    @Path("Task/{id}")
    @Operation(operationId = "readFhirTask", summary = "How a referral goes; whom it is about is masked")
    @Parameter(
            name = "_format",
            in = ParameterIn.QUERY,
            description = "json; other formats are refused",
            example = "json")
    @APIResponse(
            responseCode = "200",
            description = "The resource",
            content =
                    @Content(
                            mediaType = FhirJson.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "one", value = TASK_EXAMPLE)))
    @TakesParameters("_format")
    public Response task(@PathParam("id") String id, UriInfo uri) {
        return answer(id, uri, ReferralTasks::task);
    }

    @GET
    @Path("ServiceRequest/{id}")
    @Operation(operationId = "readFhirServiceRequest", summary = "What a referral asks for; whom it is about is masked")
    @Parameter(
            name = "_format",
            in = ParameterIn.QUERY,
            description = "json; other formats are refused",
            example = "json")
    @APIResponse(
            responseCode = "200",
            description = "The resource",
            content =
                    @Content(
                            mediaType = FhirJson.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "one", value = REQUEST_EXAMPLE)))
    @TakesParameters("_format")
    public Response request(@PathParam("id") String id, UriInfo uri) {
        return answer(id, uri, ReferralTasks::request);
    }

    private Response answer(String id, UriInfo uri, Function<ReferralView, ObjectNode> words) {
        Asked.of(uri.getQueryParameters(), Asked.EVERYWHERE);
        var referral = referrals.get(Asked.uuid(id));
        return Response.ok(answers.bytes(words.apply(referral)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
