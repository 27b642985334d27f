package org.nowrongdoor.fhir;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.parameter.TakesParameters;
import org.nowrongdoor.http.request.NegotiationReader;
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
    public Response search(
            UriInfo uri, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String spoken) {
        return run(uri.getQueryParameters(), spoken);
    }

    @POST
    @Path("_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "searchFhirHealthcareServiceInBody",
            summary = "Search services to which a person may be sent, asked for in the body, so that no URL keeps it")
    public Response searchInBody(
            MultivaluedMap<String, String> form,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String spoken) {
        return run(form, spoken);
    }

    private Response run(MultivaluedMap<String, String> asked, @Nullable String spoken) {
        var lang = NegotiationReader.language(spoken);
        return FhirResponses.in(lang, answers.page(search.run(asked, answers.base(), lang)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readFhirHealthcareService", summary = "One service")
    @TakesParameters("_format")
    public Response read(
            @PathParam("id") String id,
            UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String spoken) {
        FhirQuery.of(uri.getQueryParameters(), FhirQuery.EVERYWHERE);
        var lang = NegotiationReader.language(spoken);
        var found = search.find(FhirQuery.uuid(id), lang)
                .orElseThrow(() -> FhirResponses.absent(HealthcareServiceMapper.TYPE));
        return FhirResponses.in(lang, answers.one(found.resource(), found.lastModified()));
    }
}
