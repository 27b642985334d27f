package org.nowrongdoor.fhir;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.http.parameter.TakesParameters;
import org.nowrongdoor.http.server.MediaTypes;
import org.nowrongdoor.http.server.TimeLimited;

/** Services as FHIR resources.
 *  @see "HL7 FHIR R4, HealthcareService" */
@Tag(name = "FHIR")
@Path("/fhir/HealthcareService")
@Produces({FhirJsonBuilder.MEDIA_TYPE, MediaTypes.JSON})
@TimeLimited
public class FhirHealthcareServiceResource {

    private final HealthcareServiceFinder search;
    private final FhirResponses answers;

    public FhirHealthcareServiceResource(HealthcareServiceFinder search, FhirResponses answers) {
        this.search = search;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "searchFhirHealthcareService",
            summary = "Search services to which a person may be sent, as a FHIR R4 bundle")
    @TakesParameters(FhirResponses.EVERY_NAME)
    public Response search(UriInfo uri) {
        return answers.page(search.run(uri.getQueryParameters(), answers.base()));
    }

    @POST
    @Path("_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "searchFhirHealthcareServiceInBody",
            summary = "Search services to which a person may be sent, asked for in the body, so that no URL keeps it")
    public Response searchInBody(MultivaluedMap<String, String> form) {
        return answers.page(search.run(form, answers.base()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readFhirHealthcareService", summary = "One service")
    @TakesParameters("_format")
    public Response read(@PathParam("id") String id, UriInfo uri) {
        FhirQuery.of(uri.getQueryParameters(), FhirQuery.EVERYWHERE);
        var found =
                search.find(FhirQuery.uuid(id)).orElseThrow(() -> FhirResponses.absent(HealthcareServiceMapper.TYPE));
        return answers.one(found.resource(), found.lastModified());
    }
}
