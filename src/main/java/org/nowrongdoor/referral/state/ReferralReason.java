package org.nowrongdoor.referral.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.text.WireName;

/** Why a referral did not go on. */
@Schema(name = "StatusReasonCode")
public enum ReferralReason {
    NO_CAPACITY,
    NOT_ELIGIBLE,
    UNABLE_TO_CONTACT,
    CLIENT_DECLINED,
    OUT_OF_AREA,
    SAFETY_CONFLICT,
    DUPLICATE,
    CONSENT_WITHDRAWN,
    EXPIRED,
    OTHER;

    @JsonValue
    public String wire() {
        return WireName.kebabCase(this);
    }

    @JsonCreator
    public static ReferralReason get(String wire) {
        return WireNameReader.get(ReferralReason.class, wire, "reason.code");
    }
}
