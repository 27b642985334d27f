package org.nowrongdoor.referral.state;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.text.WireName;

/** Which referrals of a list are wanted. */
public record ReferralFilter(
        @Nullable ReferralState status, @Nullable UUID serviceId) {

    public static ReferralFilter of(ReferralParameters asked) {
        var status = asked.status();
        return new ReferralFilter(
                status == null
                        ? null
                        : ReferralState.find(status)
                                .orElseThrow(() -> ParameterProblems.value(
                                        "status",
                                        "one of " + String.join(", ", WireName.listKebabCase(ReferralState.values())),
                                        status)),
                asked.serviceId());
    }

    /** A condition that follows another; its values are {@code :status}, {@code :service}. */
    String condition() {
        return (status == null ? "" : " and status = :status") + (serviceId == null ? "" : " and serviceId = :service");
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        if (status != null) {
            values.put("status", status);
        }
        if (serviceId != null) {
            values.put("service", serviceId);
        }
        return values;
    }
}
