package org.nowrongdoor.directory.verification;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.directory.record.Status;

/** A service that is to be checked.
 *  @param verifiedOn the day of the last check; null where there was none
 *  @param method how that was done; null where no one has said
 *  @param role who did it; null where no one has said
 *  @param dueOn the day on which it is to be checked; null where it never was: at once */
@Schema(name = "DueService")
public record DueServiceView(
        UUID serviceId,
        String name,
        @Nullable UUID organizationId,
        Kind kind,
        Status status,
        @Nullable LocalDate verifiedOn,
        @Nullable VerificationMethod method,
        @Nullable VerificationRole role,
        @Nullable LocalDate dueOn) {}
