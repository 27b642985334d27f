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
import org.nowrongdoor.directory.OrganizationViews;
import org.nowrongdoor.http.parameter.TakesParameters;
import org.nowrongdoor.http.server.MediaTypes;
import org.nowrongdoor.http.server.TimeLimited;

/** Organisations as FHIR resources.
 *  @see "HL7 FHIR R4, Organization" */
@Tag(name = "FHIR")
@Path("/fhir/Organization")
@Produces({FhirJsonBuilder.MEDIA_TYPE, MediaTypes.JSON})
@TimeLimited
public class FhirOrganizationResource {

    private final OrganizationFinder search;
    private final OrganizationViews views;
    private final FhirResponses answers;

    public FhirOrganizationResource(OrganizationFinder search, OrganizationViews views, FhirResponses answers) {
        this.search = search;
        this.views = views;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "searchFhirOrganization", summary = "Search organizations, as a FHIR R4 bundle")
    @TakesParameters(FhirResponses.EVERY_NAME)
    public Response search(UriInfo uri) {
        return answers.page(search.run(uri.getQueryParameters(), answers.base()));
    }

    @POST
    @Path("_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "searchFhirOrganizationInBody",
            summary = "Search organizations, asked for in the body, so that no URL keeps it")
    public Response searchInBody(MultivaluedMap<String, String> form) {
        return answers.page(search.run(form, answers.base()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readFhirOrganization", summary = "One organization")
    @TakesParameters("_format")
    public Response read(@PathParam("id") String id, UriInfo uri) {
        FhirQuery.of(uri.getQueryParameters(), FhirQuery.EVERYWHERE);
        var found = views.find(FhirQuery.uuid(id)).orElseThrow(() -> FhirResponses.absent(OrganizationMapper.TYPE));
        return answers.one(OrganizationMapper.of(found), found.lastModified());
    }
}
