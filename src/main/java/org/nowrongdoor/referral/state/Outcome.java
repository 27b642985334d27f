package org.nowrongdoor.referral.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.text.WireName;

/** What came of a referral that was completed. */
@Schema(name = "ReferralOutcome")
public enum Outcome {
    SERVED,
    ENROLLED,
    REFERRED_ON,
    NO_SHOW,
    NOT_NEEDED;

    @JsonValue
    public String wire() {
        return WireName.kebabCase(this);
    }

    @JsonCreator
    static Outcome get(String wire) {
        return WireNameReader.get(Outcome.class, wire, "outcome");
    }
}
