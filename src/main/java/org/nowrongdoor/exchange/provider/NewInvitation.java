package org.nowrongdoor.exchange.provider;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invitation that is wanted.
 *  @param email where the link is mailed to, if mail can be sent; else it comes back in the answer
 *  @param validDays how long it is good, 14 days unless said otherwise */
public record NewInvitation(
        @Nullable @Size(max = 320) @Schema(examples = "desk@provider.example")
        String email,

        @Nullable @Min(1) @Max(90) @Schema(examples = "14") Integer validDays) {}
