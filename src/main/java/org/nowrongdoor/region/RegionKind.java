package org.nowrongdoor.region;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How large an area is; every kind lies in the one before it. */
public enum RegionKind {
    @JsonProperty("nation")
    NATION,
    @JsonProperty("state")
    STATE,
    @JsonProperty("county")
    COUNTY,
    @JsonProperty("place")
    PLACE;

    /** Whether an area of this kind is larger than one of the other. */
    public boolean isLargerThan(RegionKind other) {
        return compareTo(other) < 0;
    }
}
