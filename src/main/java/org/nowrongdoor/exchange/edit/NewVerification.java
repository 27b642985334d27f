package org.nowrongdoor.exchange.edit;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.directory.verification.VerificationMethod;
import org.nowrongdoor.directory.verification.VerificationRole;

/** That someone has checked a record today. */
@Schema(name = "NewVerification")
public record NewVerification(
        @NotNull @Schema(examples = "phone") VerificationMethod method,

        @NotNull @Schema(examples = "editor") VerificationRole role) {}
