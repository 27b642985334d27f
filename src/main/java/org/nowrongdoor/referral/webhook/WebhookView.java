package org.nowrongdoor.referral.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subscription as its owner sees it.
 *  @param failures how many attempts have failed since the last one that did not
 *  @param pausedUntil when the next attempt is made, after many failures
 *  @param secret for checking signatures; told once, when the subscription is made */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookView(
        UUID id,
        String url,
        List<String> events,
        Instant createdAt,
        int failures,
        @Nullable Instant pausedUntil,
        @Nullable String secret) {

    WebhookView with(String secret) {
        return new WebhookView(id, url, events, createdAt, failures, pausedUntil, secret);
    }
}
