package org.nowrongdoor.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The record of what staff did, to be taken elsewhere. */
@Path("/audit")
public class AuditResource {

    /** Some entries in order.
     *  @param intact whether each follows from the one before; false when the table was tampered with
     *  @param next what to pass as {@code after} to go on */
    public record AuditPage(List<AuditEntry> entries, boolean intact, long next, boolean more) {}

    private final AuditLog audit;

    public AuditResource(AuditLog audit) {
        this.audit = audit;
    }

    @GET
    @Operation(summary = "What staff did, oldest first; never a search")
    public AuditPage list(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(1000) int limit) {
        var stretch = audit.after(after, limit);
        var entries = stretch.entries();
        var next = entries.isEmpty() ? after : entries.get(entries.size() - 1).seq();
        return new AuditPage(entries, stretch.isIntact(), next, entries.size() == limit);
    }
}
