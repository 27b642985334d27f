package org.nowrongdoor.referral.state;

import jakarta.persistence.TypedQuery;
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

    String condition() {
        return (status == null ? "" : " and r.status = :status")
                + (serviceId == null ? "" : " and r.serviceId = :service");
    }

    <T> TypedQuery<T> bound(TypedQuery<T> query) {
        if (status != null) {
            query.setParameter("status", status);
        }
        if (serviceId != null) {
            query.setParameter("service", serviceId);
        }
        return query;
    }
}
