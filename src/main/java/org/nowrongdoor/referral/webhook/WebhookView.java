package org.nowrongdoor.referral.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subscription as its owner sees it.
 *  @param status {@code active}, or {@code stopped}: nothing is sent, and nothing is written down to be sent later
 *  @param stoppedBecause {@code key-ended}: the key that it was made with has expired or was revoked;
 *      {@code receiver-gone}: it answered 410; {@code receiver-failing}: no attempt succeeded for seven days; absent
 *      unless stopped
 *  @param failures how many attempts have failed since the last one that did not
 *  @param pausedUntil before when nothing is sent, after many failures or when the receiver said {@code Retry-After}
 *  @param secret for checking signatures; told once, when the subscription is made */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookView(
        UUID id,
        String url,
        List<String> events,
        Instant createdAt,
        String status,
        @Nullable String stoppedBecause,
        int failures,
        @Nullable Instant pausedUntil,
        @Nullable String secret) {

    WebhookView with(String secret) {
        return new WebhookView(id, url, events, createdAt, status, stoppedBecause, failures, pausedUntil, secret);
    }
}
