package org.nowrongdoor.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.referral.state.Alternative;
import org.nowrongdoor.referral.state.ReferralEvent;
import org.nowrongdoor.referral.state.ReferralState;
import org.nowrongdoor.referral.state.RefusalReason;

/** Something that happened to a referral.
 *  @param no from 1, without a gap
 *  @param kind {@code moved reminded consent-withdrawn person-data-destroyed}
 *  @param by the side that did it
 *  @param key the id of the key that did it; only to its own side
 *  @param because what a refusal comes from, where the service says so
 *  @param alternatives doors to try instead, when no one answered */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReferralEvent")
public record EventView(
        int no,
        Instant at,
        String kind,
        String by,
        @Nullable String key,
        @Nullable ReferralState from,
        ReferralState to,
        @Nullable String reason,
        @Nullable RefusalReason because,
        @Nullable String outcome,
        @Nullable String businessStatus,
        @Nullable List<Alternative> alternatives) {

    static EventView of(ReferralEvent event, boolean isOwnSide) {
        return new EventView(
                event.no,
                event.at,
                event.kind,
                event.side,
                isOwnSide ? event.actor : null,
                event.fromStatus,
                event.toStatus,
                event.reasonCode,
                event.because == null ? null : RefusalReason.get(event.because),
                event.outcome,
                event.businessStatus,
                event.alternatives);
    }
}
