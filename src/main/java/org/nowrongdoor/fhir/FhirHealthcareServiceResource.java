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
import org.nowrongdoor.http.MediaTypes;
import org.nowrongdoor.http.TakesParameters;

/** Services as FHIR resources.
 *  @see "HL7 FHIR R4, HealthcareService" */
@Tag(name = "FHIR")
@Path("/fhir/HealthcareService")
@Produces({FhirJson.MEDIA_TYPE, MediaTypes.JSON})
public class FhirHealthcareServiceResource {

    private static final String ONE =
            "{\"resourceType\":\"HealthcareService\",\"id\":\"ac148810-d857-441c-9679-408f346de14b\",\"active\":true,\"name\":\"Open door\"}";
    private static final String PAGE =
            "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":1,\"entry\":[{\"resource\":" + ONE
                    + ",\"search\":{\"mode\":\"match\"}}]}";

    private final HealthcareServiceSearch search;
    private final HealthcareServices services;
    private final FhirAnswers answers;

    public FhirHealthcareServiceResource(
            HealthcareServiceSearch search, HealthcareServices services, FhirAnswers answers) {
        this.search = search;
        this.services = services;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "searchFhirHealthcareService",
            summary = "Search services to which a person may be sent, as a FHIR R4 bundle")
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
    @Parameter(name = "active", in = ParameterIn.QUERY, description = "Whether it runs", example = "true")
    @Parameter(
            name = "organization",
            in = ParameterIn.QUERY,
            description = "Who provides it",
            example = "Organization/ac148810-d857-441c-9679-408f346de14b")
    @Parameter(
            name = "service-type",
            in = ParameterIn.QUERY,
            description =
                    "Codes of needs with or without their system, any of which it meets; what lies under a code counts",
            example = "shelter.emergency,substance.naloxone")
    @Parameter(
            name = "location",
            in = ParameterIn.QUERY,
            description = "The public place where it is given",
            example = "Location/ac148810-d857-441c-9679-408f346de14b")
    @Parameter(
            name = "coverage-area",
            in = ParameterIn.QUERY,
            description = "The region that it serves, or a part of which it serves; a region id will do",
            example = "Location/region-27053")
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
    @TakesParameters({
        "name",
        "name:contains",
        "name:exact",
        "active",
        "organization",
        "service-type",
        "location",
        "coverage-area",
        "_id",
        "_count",
        "_after",
        "_format"
    })
    public Response search(UriInfo uri) {
        return answers.page(search.run(uri.getQueryParameters(), FhirAnswers.base(uri)));
    }

    @POST
    @Path("_search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "searchFhirHealthcareServiceInBody",
            summary = "Search services to which a person may be sent, asked for in the body, so that no URL keeps it")
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
    @Operation(operationId = "readFhirHealthcareService", summary = "One service")
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
        var found = search.find(Asked.uuid(id)).orElseThrow(() -> FhirAnswers.absent(HealthcareServices.TYPE));
        return answers.one(services.of(found), found.lastModified());
    }
}
