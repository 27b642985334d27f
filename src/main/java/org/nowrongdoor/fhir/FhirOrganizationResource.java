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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.directory.OrganizationViews;
import org.nowrongdoor.http.MediaTypes;
import org.nowrongdoor.http.TakesParameters;

/** Organisations as FHIR resources.
 *  @see "HL7 FHIR R4, Organization" */
@Tag(name = "FHIR")
@Path("/fhir/Organization")
@Produces({FhirJson.MEDIA_TYPE, MediaTypes.JSON})
public class FhirOrganizationResource {

    private static final String ONE =
            "{\"resourceType\":\"Organization\",\"id\":\"ac148810-d857-441c-9679-408f346de14b\",\"name\":\"Open Door\"}";
    private static final String PAGE =
            "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":1,\"entry\":[{\"resource\":" + ONE
                    + ",\"search\":{\"mode\":\"match\"}}]}";

    private final OrganizationSearch search;
    private final OrganizationViews views;
    private final FhirAnswers answers;

    public FhirOrganizationResource(OrganizationSearch search, OrganizationViews views, FhirAnswers answers) {
        this.search = search;
        this.views = views;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "searchFhirOrganization", summary = "Search organizations, as a FHIR R4 bundle")
    @Parameter(
            name = "name",
            in = ParameterIn.QUERY,
            description = "Begins with this, whatever case and accents",
            example = "Open")
    @Parameter(
            name = "name:contains",
            in = ParameterIn.QUERY,
            description = "Has this anywhere in it",
            example = "door")
    @Parameter(
            name = "name:exact",
            in = ParameterIn.QUERY,
            description = "Is this, whatever case and accents",
            example = "Open door")
    @Parameter(
            name = "_id",
            in = ParameterIn.QUERY,
            description = "The one with this id",
            example = "ac148810-d857-441c-9679-408f346de14b")
    @Parameter(
            name = "_count",
            in = ParameterIn.QUERY,
            description = "How many a page holds, 0 to 100; 0 gives the total alone",
            example = "20")
    @Parameter(name = "_after", in = ParameterIn.QUERY, description = "Where the page begins, as a next link has it")
    @Parameter(
            name = "_format",
            in = ParameterIn.QUERY,
            description = "json; other formats are refused",
            example = "json")
    @APIResponse(
            responseCode = "200",
            description = "A page; its link next leads on",
            content =
                    @Content(
                            mediaType = FhirJson.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "page", value = PAGE)))
    @TakesParameters({"name", "name:contains", "name:exact", "_id", "_count", "_after", "_format"})
    public Response search(UriInfo uri) {
        return answers.page(search.run(uri.getQueryParameters(), FhirAnswers.base(uri)));
    }

    @POST
    @Path("_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "searchFhirOrganizationInBody",
            summary = "Search organizations, asked for in the body, so that no URL keeps it")
    @APIResponse(
            responseCode = "200",
            description = "A page; its link next leads on",
            content =
                    @Content(
                            mediaType = FhirJson.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "page", value = PAGE)))
    public Response searchInBody(
            UriInfo uri,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                                            schema = @Schema(type = SchemaType.OBJECT),
                                            examples = @ExampleObject(name = "form", value = "name=Open&_count=20")))
                    MultivaluedMap<String, String> form) {
        return answers.page(search.run(form, FhirAnswers.base(uri)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readFhirOrganization", summary = "One organization")
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
                            examples = @ExampleObject(name = "one", value = ONE)))
    @TakesParameters("_format")
    public Response read(@PathParam("id") String id, UriInfo uri) {
        Asked.of(uri.getQueryParameters(), Asked.EVERYWHERE);
        var found = views.find(Asked.uuid(id)).orElseThrow(() -> FhirAnswers.absent(Organizations.TYPE));
        return answers.one(Organizations.of(found), found.lastModified());
    }
}
