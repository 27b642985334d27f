package org.nowrongdoor.exchange.check;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.http.parameter.ParameterProblems;

/** Listings that their providers declined, for editors to see and, when a provider changes its mind, to lift. */
@Tag(name = "Provider")
@Path("/declined-listings")
public class DeclinedListingResource {

    /** One of them. */
    public record DeclinedListing(UUID serviceId, Instant declinedAt) {}

    /** All of them, the newest first. */
    public record DeclinedListingList(List<DeclinedListing> declinedListings) {}

    private final DeclinedListingRepository declined;
    private final AuditLog audit;
    private final Caller caller;

    DeclinedListingResource(DeclinedListingRepository declined, AuditLog audit, Caller caller) {
        this.declined = declined;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listDeclinedListings", summary = "Services whose providers do not want to be listed")
    public DeclinedListingList list() {
        return new DeclinedListingList(declined.list(caller.reach()).stream()
                .map(one -> new DeclinedListing(one.serviceId(), one.declinedAt()))
                .toList());
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(operationId = "liftDeclinedListing", summary = "Let a service be listed again")
    @APIResponse(responseCode = "204", description = "It may be stored again; nothing is stored by this")
    public void lift(@PathParam("id") UUID id) {
        if (!declined.lift(id, caller.reach())) {
            throw ParameterProblems.absent("declined listing", id);
        }
        audit.record("lift-decline", "service", id.toString());
    }
}
