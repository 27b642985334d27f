package org.nowrongdoor.exchange.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation as it was made.
 *  @param mailed whether the link is on its way to the provider
 *  @param url the link, unless it was mailed; it is told this once */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationView(
        UUID id,
        UUID serviceId,
        Instant expiresAt,
        boolean mailed,
        @Nullable String url) {}
