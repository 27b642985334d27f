package org.nowrongdoor.exchange.edit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.storage.ChangedEntity;

/** Today's capacity of a service, without reading its record first: the last word counts. */
@Tag(name = "Provider")
@Path("/services/{id}/capacity")
public class CapacityResource {

    private static final String SAID = """
            {"code": "no-capacity", "reported_at": "2026-08-01T08:00:00Z", "expires_at": "2026-08-02T08:00:00Z"}""";

    private final RecordEditor desk;
    private final Caller caller;
    private final Clock clock;

    CapacityResource(RecordEditor desk, Caller caller, Clock clock) {
        this.desk = desk;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Operation(operationId = "setCapacity", summary = "Say whether there is room; past expires_at it reads unknown")
    @APIResponse(
            responseCode = "200",
            description = "The capacity as it is shown now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Capacity.class),
                            examples = @ExampleObject(name = "said", value = SAID)))
    public JsonNode set(@PathParam("id") UUID id, @NotNull @Valid CapacityReport report) {
        var edit = new EditRequest(ChangedEntity.SERVICE, id, "*", caller.actor(), caller.reach());
        return desk.patch(edit, report.patch(clock.instant())).shown().body().path("capacity");
    }
}
