package org.nowrongdoor.referral.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription that is wanted.
 *  @param url where to send; https
 *  @param events what to send; there is but one kind, and it is meant when none is named */
public record NewWebhook(
        @NotNull @Size(min = 1, max = 2000) @Schema(examples = "https://partner.example/hooks/referrals")
        String url,

        @Nullable @Schema(examples = "[\"referral.updated\"]")
        List<String> events) {}
