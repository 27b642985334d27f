package org.nowrongdoor.access.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.http.server.MediaTypes;

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
    private final Caller caller;

    public AuditResource(AuditLog audit, ObjectMapper mapper, Caller caller) {
        this.audit = audit;
        this.mapper = mapper;
        this.caller = caller;
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON})
    @Operation(
            operationId = "listAuditEntries",
            summary = "What staff did, oldest first; never a search",
            description = "A key of an organisation reads what keys of that organisation did, numbered by themselves."
                    + " As application/x-ndjson: every entry after `after`, one a line, to be kept elsewhere."
                    + " Whoever holds a copy sees what is taken from the end as well.")
    @APIResponse(
            responseCode = "200",
            description = "Some entries, and whether each follows from the one before",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = AuditPage.class)))
    public Response list(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(BATCH) int limit,
            @Context HttpHeaders headers) {
        if (wantsLines(headers)) {
            var mine = caller.organizationId();
            StreamingOutput lines = output -> export(output, after, mine);
            return Response.ok(lines, MediaTypes.NDJSON).build();
        }
        var stretch = stretch(caller.organizationId(), after, limit);
        var entries = stretch.entries();
        var next = entries.isEmpty() ? after : entries.get(entries.size() - 1).seq();
        return Response.ok(new AuditPage(entries, stretch.isIntact(), next, entries.size() == limit), MediaTypes.JSON)
                .build();
    }

    private AuditLog.Stretch stretch(@Nullable UUID mine, long after, int limit) {
        return mine == null ? audit.after(after, limit) : audit.of(mine, after, limit);
    }

    private static boolean wantsLines(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> MediaTypes.NDJSON.equals(type.getType() + "/" + type.getSubtype()));
    }

    private void export(OutputStream output, long after, @Nullable UUID mine) throws IOException {
        var last = after;
        List<AuditEntry> entries;
        do {
            entries = stretch(mine, last, BATCH).entries();
            for (var entry : entries) {
                output.write(mapper.writeValueAsBytes(entry));
                output.write('\n');
                last = entry.seq();
            }
        } while (entries.size() == BATCH);
    }
}
