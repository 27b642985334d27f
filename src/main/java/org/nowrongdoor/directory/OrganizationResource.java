package org.nowrongdoor.directory;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.Answers;
import org.nowrongdoor.http.Asked;
import org.nowrongdoor.http.Ids;
import org.nowrongdoor.http.ListParameters;
import org.nowrongdoor.http.MediaTypes;

/** Organisations to read.
 *  @see "HSDS 3.2, API reference, /organizations" */
@Path("/organizations")
public class OrganizationResource {

    private static final List<String> NAMES = ListParameters.and(OrganizationFilter.NAMES, OrganizationShape.NAMES);

    private final OrganizationViews views;
    private final Answers answers;

    public OrganizationResource(OrganizationViews views, Answers answers) {
        this.views = views;
        this.answers = answers;
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON})
    public Response list(UriInfo uri) {
        return list(Asked.of(uri, null, NAMES));
    }

    @POST
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON})
    public Response query(UriInfo uri, @Nullable JsonNode body) {
        return list(Asked.of(uri, body, NAMES));
    }

    @GET
    @Path("{id}")
    @Produces(MediaTypes.JSON)
    public Response get(UriInfo uri, @PathParam("id") String id) {
        var shape = OrganizationShape.ofOne(Asked.of(uri, null, OrganizationShape.NAMES_OF_ONE));
        var wanted = Ids.inPath(id);
        return answers.one(views.find(wanted, shape).orElseThrow(() -> Ids.notFound("organization", wanted)));
    }

    private Response list(Asked asked) {
        return answers.list(asked, views.listing(OrganizationFilter.of(asked), OrganizationShape.of(asked)));
    }
}
