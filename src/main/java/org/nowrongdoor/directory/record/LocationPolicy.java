package org.nowrongdoor.directory.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of a place may be told; the stricter of a service's and its location's holds. */
public enum LocationPolicy {
    /** The address is published. */
    @JsonProperty("public")
    PUBLIC,
    /** Area (county or larger) and phone only. */
    @JsonProperty("confidential")
    CONFIDENTIAL,
    /** Phone only, statewide. */
    @JsonProperty("hidden")
    HIDDEN;

    /** The one of the two that tells less. */
    public LocationPolicy stricter(LocationPolicy other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
