package org.nowrongdoor.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.referral.state.ReferralState;

/** What the sender of a referral gets, once.
 *  @param clientCode six words for the person: with them she asks how it goes
 *  @param expiresAt when it ends unless someone answers
 *  @param answerUrl the provider's link, when the sender has to hand it on */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentView(
        UUID id,
        ReferralState status,
        String clientCode,
        Instant expiresAt,
        @Nullable String answerUrl) {}
