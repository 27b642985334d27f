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
import org.nowrongdoor.directory.LocationViews;
import org.nowrongdoor.http.parameter.TakesParameters;
import org.nowrongdoor.http.server.MediaTypes;
import org.nowrongdoor.http.server.TimeLimited;

/** Places and areas as FHIR resources. A place that is not public is found by its id alone.
 *  @see "HL7 FHIR R4, Location" */
@Tag(name = "FHIR")
@Path("/fhir/Location")
@Produces({FhirJsonBuilder.MEDIA_TYPE, MediaTypes.JSON})
@TimeLimited
public class FhirLocationResource {

    private final LocationFinder search;
    private final LocationViews views;
    private final RegionMapper areas;
    private final FhirResponses answers;

    public FhirLocationResource(LocationFinder search, LocationViews views, RegionMapper areas, FhirResponses answers) {
        this.search = search;
        this.views = views;
        this.areas = areas;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "searchFhirLocation", summary = "Search public places, as a FHIR R4 bundle")
    @TakesParameters(FhirResponses.EVERY_NAME)
    public Response search(UriInfo uri) {
        return answers.page(search.run(uri.getQueryParameters(), answers.base()));
    }

    @POST
    @Path("_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "searchFhirLocationInBody",
            summary = "Search public places, asked for in the body, so that no URL keeps it")
    public Response searchInBody(MultivaluedMap<String, String> form) {
        return answers.page(search.run(form, answers.base()));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "readFhirLocation",
            summary = "One place as far as its policy lets be told; region-27053 is a county")
    @TakesParameters("_format")
    public Response read(@PathParam("id") String id, UriInfo uri) {
        FhirQuery.of(uri.getQueryParameters(), FhirQuery.EVERYWHERE);
        var area = areas.findLocation(id);
        if (area.isPresent()) {
            return answers.one(area.get(), null);
        }
        var found = views.find(FhirQuery.uuid(id)).orElseThrow(() -> FhirResponses.absent(LocationMapper.TYPE));
        return answers.one(LocationMapper.of(found), found.lastModified());
    }
}
