package org.nowrongdoor.http.record;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.http.server.MediaTypes;

/** The root of the API.
 *  @see "HSDS 3.2, API reference, /" */
@Tag(name = "About")
@Path("/")
public class AboutResource {

    private static final String DESCRIPTION =
            "Shelters, harm reduction, legal aid, navigators and other help, with what each asks of a person."
                    + " Not emergency advice. Call first where nothing says when a record was verified.";

    private final PublisherConfig publisher;

    public AboutResource(PublisherConfig publisher) {
        this.publisher = publisher;
    }

    @GET
    @Operation(operationId = "about", summary = "What this directory is and who publishes it")
    @Produces(MediaTypes.JSON)
    public About about(UriInfo uri) {
        var base = uri.getBaseUri();
        return new About(
                "3.2",
                base.resolve("hsds-profile.json"),
                base.resolve("q/openapi?format=json"),
                new About.Publisher(publisher.name(), publisher.email(), publisher.website()),
                publisher.dataGuide().orElseGet(() -> base.resolve("data-guide.html")),
                DESCRIPTION);
    }
}
