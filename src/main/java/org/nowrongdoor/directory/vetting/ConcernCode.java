package org.nowrongdoor.directory.vetting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.text.WireName;

/** What document 003 (seed-data/README.md) calls a red flag. */
@Schema(name = "ConcernCode")
public enum ConcernCode {
    ADVOCACY_CONFLICT,
    INVALIDATES_SURVIVORS,
    DEMAND_REDUCTION,
    POLICE_PUBLICITY,
    UNWILLING_TO_HEAR,
    OTHER;

    @JsonValue
    public String wire() {
        return WireName.snakeCase(this);
    }

    @JsonCreator
    public static ConcernCode get(String wire) {
        return VettingWordReader.get(ConcernCode.class, wire, "code");
    }
}
