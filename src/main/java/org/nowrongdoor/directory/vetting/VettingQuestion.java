package org.nowrongdoor.directory.vetting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.text.WireName;

/** What is asked of a partner, in the order of document 003 (seed-data/README.md). */
@Schema(name = "VettingQuestion")
public enum VettingQuestion {
    SERVES_CONSENSUAL_SEX_WORKERS,
    COMMUNITY_RELATIONSHIP,
    WILLING_TO_HEAR_COMMUNITY,
    POLICE_PARTNERSHIPS_OUTLINED,
    PUBLIC_POLICE_PROTOCOL,
    HOLDS_POLICE_ACCOUNTABLE,
    PARTNER_SAFETY_STRATEGY,
    TRANSPARENT_ABOUT_PARTNERS;

    @JsonValue
    public String wire() {
        return WireName.snakeCase(this);
    }

    @JsonCreator
    public static VettingQuestion get(String wire) {
        return VettingWordReader.get(VettingQuestion.class, wire, "question");
    }
}
