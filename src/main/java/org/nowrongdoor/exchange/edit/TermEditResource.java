package org.nowrongdoor.exchange.edit;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.ChangedEntity;

/** Edits of taxonomy terms. On a record that is there, {@code If-Match} is required. */
@Path("/taxonomy_terms")
@Produces(MediaType.APPLICATION_JSON)
public class TermEditResource {

    private final EditResponses edits;

    public TermEditResource(EditResponses edits) {
        this.edits = edits;
    }

    @Operation(operationId = "putTaxonomyTerm", summary = "Create or replace a taxonomy term")
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        return edits.put(ChangedEntity.TAXONOMY_TERM, id, ifMatch, body);
    }

    @Operation(operationId = "patchTaxonomyTerm", summary = "Change members of a taxonomy term")
    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    public Response patch(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        return edits.patch(ChangedEntity.TAXONOMY_TERM, id, ifMatch, body);
    }

    @Operation(operationId = "deleteTaxonomyTerm", summary = "Delete a taxonomy term")
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return edits.delete(ChangedEntity.TAXONOMY_TERM, id, ifMatch);
    }
}
