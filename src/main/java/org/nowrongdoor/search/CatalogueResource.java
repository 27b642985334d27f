package org.nowrongdoor.search;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nowrongdoor.eligibility.rule.AttributeEntry;
import org.nowrongdoor.eligibility.rule.Catalogue;
import org.nowrongdoor.eligibility.rule.FactEntry;
import org.nowrongdoor.search.model.Lens;
import org.nowrongdoor.search.query.LensRegistry;

/** What may be said of a person, and what may be known of a service: the published vocabularies. */
@Path("/")
@Tag(name = "Catalogues")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {

    // One hour: the vocabularies change with a release, not with the data.
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    private final LensRegistry lenses;

    public CatalogueResource(LensRegistry lenses) {
        this.lenses = lenses;
    }

    @GET
    @Path("attributes")
    @Operation(
            operationId = "listAttributes",
            summary = "What a client may say",
            description = "Every attribute is optional, may be answered with prefer_not_to_say, and is never kept.")
    public RestResponse<List<AttributeEntry>> attributes() {
        return lasting(Catalogue.attributes());
    }

    @GET
    @Path("facts")
    @Operation(
            operationId = "listFacts",
            summary = "What may be known of a service",
            description = "unknown is a value of its own: neither yes nor no.")
    public RestResponse<List<FactEntry>> facts() {
        return lasting(Catalogue.facts());
    }

    @GET
    @Path("lenses")
    @Operation(
            operationId = "listLenses",
            summary = "Ways to look at the directory",
            description = "Named sets of what is left out and what comes first. None is on unless a search asks for it;"
                    + " one that is on is printed back. Whoever is silent is never left out.")
    public RestResponse<List<Lens>> lenses() {
        return lasting(lenses.all());
    }

    private static <T> RestResponse<List<T>> lasting(List<T> entries) {
        return RestResponse.ResponseBuilder.ok(entries)
                .header("Cache-Control", FOR_AN_HOUR)
                .build();
    }
}
