package org.nowrongdoor.http.record;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nowrongdoor.http.server.LinkResolver;
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
    private final LinkResolver links;

    public AboutResource(PublisherConfig publisher, LinkResolver links) {
        this.publisher = publisher;
        this.links = links;
    }

    @GET
    @Operation(operationId = "about", summary = "What this directory is and who publishes it")
    @Produces(MediaTypes.JSON)
    public RestResponse<About> about() {
        var about = new About(
                "3.2",
                links.resolve("/hsds-profile.json"),
                links.resolve("/q/openapi?format=json"),
                new About.Publisher(publisher.name(), publisher.email(), publisher.website()),
                publisher.dataGuide().orElseGet(() -> links.resolve("/data-guide.html")),
                DESCRIPTION);
        return RestResponse.ResponseBuilder.ok(about)
                .header(
                        HttpHeaders.LINK,
                        String.join(
                                ", ",
                                link("/q/openapi", "service-desc"),
                                link("/q/swagger-ui", "service-doc"),
                                link("/hsds-profile.json", "describedby")))
                .build();
    }

    /** @see "RFC 8631, service-desc and service-doc" */
    private String link(String path, String relation) {
        return "<" + links.resolve(path) + ">; rel=\"" + relation + "\"";
    }
}
