package org.nowrongdoor.exchange.edit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.text.WireName;

/** Whether there is room now, as someone who knows says.
 *  @param expiresAt until when that holds; a day from now unless said otherwise, at most 30 */
public record CapacityReport(
        @NotNull Capacity.Code code,

        @Nullable @Schema(examples = "2026-08-02T08:00:00Z") OffsetDateTime expiresAt) {

    // A bed that was free yesterday is not known to be free today.
    private static final Duration DEFAULT = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** The patch of a service that says so.
     *  @throws ProblemException INVALID_BODY when it would end before it begins, or in the far future */
    public ObjectNode patch(Instant now) {
        var reported = now.truncatedTo(ChronoUnit.SECONDS);
        var end = expiresAt == null ? reported.plus(DEFAULT) : expiresAt.toInstant();
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            var detail = "expires_at must be later than now and at most 30 days ahead, was " + end;
            throw ProblemException.of(ProblemKind.INVALID_BODY, detail, List.of(new Fault("/expires_at", detail)));
        }
        var patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("capacity")
                .put("code", WireName.kebabCase(code))
                .put("reported_at", reported.toString())
                .put("expires_at", end.truncatedTo(ChronoUnit.SECONDS).toString());
        return patch;
    }
}
