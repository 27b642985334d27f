package org.nowrongdoor.directory.verification;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.http.parameter.ParameterProblems;

/** The work list of those who check records. */
@Tag(name = "Provider")
@Path("/verifications")
@Produces(MediaType.APPLICATION_JSON)
public class VerificationListResource {

    private static final int PAGE = 100;
    // Days that a work list can be about; further ones are slips of a finger.
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    /** Services that are to be checked, the oldest check first.
     *  @param dueBy the day by which they are to be checked
     *  @param next where to read on: {@code after} of the next request; null at the end */
    @Schema(name = "VerificationPage")
    public record VerificationPage(
            LocalDate dueBy,
            List<DueServiceView> services,
            @Nullable String next) {}

    private static final String DUE = """
            {"due_by": "2026-08-01", "services": [{"service_id": "ac148810-d857-441c-9679-408f346de14b",
             "name": "Open door", "organization_id": null, "kind": "service", "status": "active",
             "verified_on": "2025-07-14", "method": "phone", "role": "editor", "due_on": "2026-07-14"}],
             "next": null}""";

    private final VerificationRepository verifications;
    private final Caller caller;
    private final Clock clock;

    VerificationListResource(VerificationRepository verifications, Caller caller, Clock clock) {
        this.verifications = verifications;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listVerifications", summary = "Services that are to be checked, the oldest check first")
    @APIResponse(
            responseCode = "200",
            description = "Those of this page",
            content =
                    @Content(
                            schema = @Schema(implementation = VerificationPage.class),
                            examples = @ExampleObject(name = "due", value = DUE)))
    public VerificationPage list(
            @QueryParam("due") @Nullable LocalDate due, @QueryParam("after") @Nullable String after) {
        var day = due == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : due;
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw ParameterProblems.value("due", "a day from " + FIRST + " to " + LAST, day.toString());
        }
        var from = after == null ? WorkListCursor.START : WorkListCursor.of(after);
        var found = verifications.listDue(caller.reach(), day, from, PAGE + 1);
        if (found.size() <= PAGE) {
            return new VerificationPage(day, found, null);
        }
        var last = found.get(PAGE - 1);
        var checked = last.verifiedOn() == null ? "" : last.verifiedOn().toString();
        return new VerificationPage(day, found.subList(0, PAGE), new WorkListCursor(checked, last.serviceId()).wire());
    }
}
