package org.nowrongdoor.referral.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What came of a referral that was completed. */
public enum Outcome {
    SERVED,
    ENROLLED,
    REFERRED_ON,
    NO_SHOW,
    NOT_NEEDED;

    @JsonValue
    public String wire() {
        return WireNames.of(this);
    }

    @JsonCreator
    static Outcome get(String wire) {
        return WireNames.get(Outcome.class, wire, "outcome");
    }
}
