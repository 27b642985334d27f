package org.nowrongdoor.fhir;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.http.parameter.TakesParameters;
import org.nowrongdoor.http.server.MediaTypes;

/** What our FHIR interface can do, and nothing that it cannot.
 *  @see "HL7 FHIR R4, CapabilityStatement" */
@Tag(name = "FHIR")
@Path("/fhir/metadata")
@Produces({FhirJsonBuilder.MEDIA_TYPE, MediaTypes.JSON})
public class FhirMetadataResource {

    private final FhirResponses answers;

    public FhirMetadataResource(FhirResponses answers) {
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "fhirCapabilities", summary = "What the FHIR R4 interface can do")
    @TakesParameters("_format")
    public Response capabilities(UriInfo uri) {
        FhirQuery.of(uri.getQueryParameters(), FhirQuery.EVERYWHERE);
        return answers.one(CapabilityStatementBuilder.at(answers.base()), null);
    }
}
