package org.nowrongdoor.directory;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.nowrongdoor.http.Answers;
import org.nowrongdoor.http.Asked;
import org.nowrongdoor.http.Ids;
import org.nowrongdoor.http.MediaTypes;

/** Places to read. */
@Path("/locations")
public class LocationResource {

    private final LocationViews views;
    private final Answers answers;

    public LocationResource(LocationViews views, Answers answers) {
        this.views = views;
        this.answers = answers;
    }

    @GET
    @Path("{id}")
    @Produces(MediaTypes.JSON)
    public Response get(UriInfo uri, @PathParam("id") String id) {
        Asked.of(uri, null, List.of());
        var wanted = Ids.inPath(id);
        return answers.one(views.find(wanted).orElseThrow(() -> Ids.notFound("location", wanted)));
    }
}
