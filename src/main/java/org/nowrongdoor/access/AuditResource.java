package org.nowrongdoor.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.nowrongdoor.http.MediaTypes;

/** The record of what staff did, to be taken elsewhere. */
@Path("/audit")
public class AuditResource {

    /** Some entries in order.
     *  @param intact whether each follows from the one before; false when the table was tampered with
     *  @param next what to pass as {@code after} to go on */
    public record AuditPage(List<AuditEntry> entries, boolean intact, long next, boolean more) {}

    private static final int BATCH = 1000;

    private final AuditLog audit;
    private final ObjectMapper mapper;

    public AuditResource(AuditLog audit, ObjectMapper mapper) {
        this.audit = audit;
        this.mapper = mapper;
    }

    @GET
    @Produces(MediaTypes.JSON)
    @Operation(summary = "What staff did, oldest first; never a search")
    public AuditPage list(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(1000) int limit) {
        var stretch = audit.after(after, limit);
        var entries = stretch.entries();
        var next = entries.isEmpty() ? after : entries.get(entries.size() - 1).seq();
        return new AuditPage(entries, stretch.isIntact(), next, entries.size() == limit);
    }

    /** Every entry, one a line, to be kept elsewhere: whoever holds a copy sees what is taken from the end as well. */
    @GET
    @Produces(MediaTypes.NDJSON)
    @Operation(hidden = true)
    public StreamingOutput export(@QueryParam("after") @DefaultValue("0") @Min(0) long after) {
        return output -> {
            var last = after;
            List<AuditEntry> entries;
            do {
                entries = audit.after(last, BATCH).entries();
                for (var entry : entries) {
                    output.write(mapper.writeValueAsBytes(entry));
                    output.write('\n');
                    last = entry.seq();
                }
            } while (entries.size() == BATCH);
        };
    }
}
