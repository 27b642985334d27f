package org.nowrongdoor.directory.vetting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.text.WireName;

/** What an organisation finds of a concern that it has looked at. */
@Schema(name = "ConcernReviewCode")
public enum ReviewCode {
    CONFIRM,
    REJECT;

    @JsonValue
    public String wire() {
        return WireName.snakeCase(this);
    }

    @JsonCreator
    public static ReviewCode get(String wire) {
        return VettingWordReader.get(ReviewCode.class, wire, "decision");
    }
}
