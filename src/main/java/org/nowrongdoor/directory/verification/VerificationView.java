package org.nowrongdoor.directory.verification;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A check of a service: by which way and by what sort of person, never by whom.
 *  @param dueOn the day on which it is to be checked again */
@Schema(name = "Verification")
public record VerificationView(
        UUID serviceId, LocalDate verifiedOn, VerificationMethod method, VerificationRole role, LocalDate dueOn) {}
