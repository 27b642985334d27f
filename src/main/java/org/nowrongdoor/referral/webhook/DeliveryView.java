package org.nowrongdoor.referral.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a message to a subscriber goes.
 *  @param id the {@code webhook-id} of every attempt
 *  @param status {@code pending delivered dead}
 *  @param lastAnswer the status that the receiver gave, or why there was none
 *  @param nextAttemptAt absent unless pending */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
        UUID id,
        WebhookMessage message,
        String status,
        int attempts,
        @Nullable Instant lastAttemptAt,
        @Nullable String lastAnswer,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant deliveredAt) {}
