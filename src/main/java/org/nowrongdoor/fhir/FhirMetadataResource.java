package org.nowrongdoor.fhir;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

/** What our FHIR interface can do, and nothing that it cannot.
 *  @see "HL7 FHIR R4, CapabilityStatement" */
@Tag(name = "FHIR")
@Path("/fhir/metadata")
@Produces({FhirJson.MEDIA_TYPE, MediaTypes.JSON})
public class FhirMetadataResource {

    private final FhirAnswers answers;

    public FhirMetadataResource(FhirAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "fhirCapabilities", summary = "What the FHIR R4 interface can do")
    @Parameter(
            name = "_format",
            in = ParameterIn.QUERY,
            description = "json; other formats are refused",
            example = "json")
    @APIResponse(
            responseCode = "200",
            description = "A CapabilityStatement",
            content =
                    @Content(
                            mediaType = FhirJson.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "statement",
                                            value =
                                                    "{\"resourceType\":\"CapabilityStatement\",\"status\":\"active\",\"kind\":\"instance\",\"fhirVersion\":\"4.0.1\"}")))
    @TakesParameters("_format")
    public Response capabilities(UriInfo uri) {
        Asked.of(uri.getQueryParameters(), Asked.EVERYWHERE);
        return answers.one(CapabilityStatement.at(FhirAnswers.base(uri)), null);
    }
}
