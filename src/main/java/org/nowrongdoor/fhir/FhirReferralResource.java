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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.http.parameter.TakesParameters;
import org.nowrongdoor.http.server.MediaTypes;
import org.nowrongdoor.referral.PersonlessReferrals;
import org.nowrongdoor.referral.ReferralView;

/** The caller's own referrals as FHIR resources, without anybody in them. */
@Tag(name = "FHIR")
@Path("/fhir")
@Produces({FhirJsonBuilder.MEDIA_TYPE, MediaTypes.JSON})
public class FhirReferralResource {

    private final PersonlessReferrals referrals;
    private final FhirResponses answers;

    public FhirReferralResource(PersonlessReferrals referrals, FhirResponses answers) {
        this.referrals = referrals;
        this.answers = answers;
    }

    @GET
    @Path("Task/{id}")
    @Operation(operationId = "readFhirTask", summary = "How a referral goes; whom it is about is masked")
    @TakesParameters("_format")
    public Response task(@PathParam("id") String id, UriInfo uri) {
        return answer(id, uri, ReferralTaskMapper::task);
    }

    @GET
    @Path("ServiceRequest/{id}")
    @Operation(operationId = "readFhirServiceRequest", summary = "What a referral asks for; whom it is about is masked")
    @TakesParameters("_format")
    public Response request(@PathParam("id") String id, UriInfo uri) {
        return answer(id, uri, ReferralTaskMapper::request);
    }

    private Response answer(String id, UriInfo uri, Function<ReferralView, ObjectNode> words) {
        FhirQuery.of(uri.getQueryParameters(), FhirQuery.EVERYWHERE);
        var referral = referrals.get(FhirQuery.uuid(id));
        return Response.ok(answers.bytes(words.apply(referral)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
