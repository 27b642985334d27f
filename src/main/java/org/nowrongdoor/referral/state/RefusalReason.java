package org.nowrongdoor.referral.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.text.WireName;

/** What a refusal comes from: the words that rules have for it. */
@Schema(name = "RefusalReason")
public enum RefusalReason {
    FUNDING,
    POLICY,
    LAW,
    CAPACITY,
    SAFETY,
    CULTURAL;

    @JsonValue
    public String wire() {
        return WireName.snakeCase(this);
    }

    @JsonCreator
    public static RefusalReason get(String wire) {
        return WireNameReader.get(RefusalReason.class, wire, "reason.because");
    }
}
