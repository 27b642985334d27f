package org.nowrongdoor.referral.answer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.nowrongdoor.referral.state.ReferralState;

/** What a provider is asked. No one is named: who it is about, the sender says.
 *  @param open whether it can still be answered here
 *  @param introduction whether the question is only if someone may be introduced
 *  @param service which of the provider's services it is about
 *  @param needs in words
 *  @param regions where the provider is: ids of the areas of its service */
public record AnswerView(
        ReferralState status,
        boolean open,
        boolean introduction,
        String service,
        List<String> needs,
        String priority,
        Instant respondBy,
        @JsonIgnore List<String> regions) {}
