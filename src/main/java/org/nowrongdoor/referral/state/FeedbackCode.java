package org.nowrongdoor.referral.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.text.WireName;

/** What a client may say of a service afterwards. */
@Schema(name = "FeedbackCode")
public enum FeedbackCode {
    HEARD,
    RESPECTED,
    PRESSURED,
    TURNED_AWAY,
    HELPED,
    UNSAFE_THERE,
    CONDITIONS_DIFFERED,
    OTHER;

    @JsonValue
    public String wire() {
        return WireName.kebabCase(this);
    }

    @JsonCreator
    public static FeedbackCode get(String wire) {
        return WireNameReader.get(FeedbackCode.class, wire, "codes");
    }
}
