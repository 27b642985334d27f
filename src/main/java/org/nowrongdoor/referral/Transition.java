package org.nowrongdoor.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.referral.state.Outcome;
import org.nowrongdoor.referral.state.ReferralReason;
import org.nowrongdoor.referral.state.ReferralState;
import org.nowrongdoor.referral.state.StateChange;

/** A step that a caller asks for.
 *  @param businessStatus a few words about where it stands, such as {@code waitlist place 4}; nothing about the person */
public record Transition(
        @NotNull ReferralState to,
        @Schema(nullable = true) @Valid @Nullable Why reason,

        // No place for a number to call or an address: seven digits in a row and @ are not taken.
        @Schema(nullable = true, examples = "waitlist place 4")
        @Size(max = 60) @Pattern(
                regexp = "(?!.*[0-9]([^0-9a-zA-Z]?[0-9]){6}).*[\\p{L}\\p{N}].*",
                message = "must be a few words without a number to call")
        @Pattern(regexp = "[\\p{L}\\p{N} _.,:;/()+#-]*", message = "must be words, without @ or line breaks")
        @Nullable String businessStatus,

        @Schema(nullable = true) @Nullable Outcome outcome) {

    /** Why it did not go on.
     *  @param text kept with the person's details while a consent covers them, and forgotten where there are none */
    public record Why(
            @NotNull ReferralReason code,

            @Schema(nullable = true) @Size(max = 500) @Nullable String text) {}

    StateChange move() {
        return new StateChange(to, reason == null ? null : reason.code(), outcome, businessStatus);
    }

    @Nullable String text() {
        return reason == null ? null : reason.text();
    }
}
