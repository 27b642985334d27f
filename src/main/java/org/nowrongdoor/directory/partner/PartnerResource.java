package org.nowrongdoor.directory.partner;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.http.parameter.ParameterProblems;

/** Whom an organisation works with. */
@Tag(name = "Organizations")
@Path("/organizations/{id}/partners")
@Produces(MediaType.APPLICATION_JSON)
public class PartnerResource {

    private final PartnerFinder partners;

    PartnerResource(PartnerFinder partners) {
        this.partners = partners;
    }

    @GET
    @Operation(
            operationId = "listPartners",
            summary = "Whom an organization works with, and who says that it works with them")
    public PartnerList list(@PathParam("id") UUID id) {
        return partners.find(id).orElseThrow(() -> ParameterProblems.absent("organization", id));
    }
}
