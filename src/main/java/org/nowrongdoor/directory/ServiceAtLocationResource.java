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
import org.nowrongdoor.http.Shape;

/** Services at places to read; only what is public altogether.
 *  @see "HSDS 3.2, API reference, /service_at_locations" */
@Path("/service_at_locations")
public class ServiceAtLocationResource {

    private static final List<String> NAMES = ListParameters.and(ServiceAtLocationFilter.NAMES, Shape.NAMES);

    private final ServiceAtLocationViews views;
    private final PostalPoints points;
    private final Answers answers;

    public ServiceAtLocationResource(ServiceAtLocationViews views, PostalPoints points, Answers answers) {
        this.views = views;
        this.points = points;
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
        var shape = Shape.ofOne(Asked.of(uri, null, Shape.NAMES_OF_ONE));
        var wanted = Ids.inPath(id);
        return answers.one(views.find(wanted, shape).orElseThrow(() -> Ids.notFound("service_at_location", wanted)));
    }

    private Response list(Asked asked) {
        return answers.list(asked, views.listing(ServiceAtLocationFilter.of(asked, points), Shape.of(asked)));
    }
}
