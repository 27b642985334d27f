package org.nowrongdoor.referral.feedback;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.search.ReferableServices;

/** What clients said of a service, in numbers behind which no one can be seen. */
@Path("/services/{id}/feedback")
@Tag(name = "Referrals")
public class FeedbackResource {

    /** What can be shown.
     *  @param feedback each thing that was said eleven times or more; one that is missing was not, or too seldom */
    @Schema(name = "Feedback")
    public record Feedback(List<FeedbackCount> feedback) {}

    private final FeedbackCounter counts;
    private final ReferableServices doors;

    FeedbackResource(FeedbackCounter counts, ReferableServices doors) {
        this.counts = counts;
        this.doors = doors;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "countFeedback",
            summary = "What clients said of a service after a referral",
            description = "In steps of 11, so that no number tells of one client.")
    public Feedback of(@PathParam("id") UUID id) {
        if (doors.find(id).isEmpty()) {
            throw ParameterProblems.absent("service", id);
        }
        return new Feedback(counts.list(id));
    }
}
