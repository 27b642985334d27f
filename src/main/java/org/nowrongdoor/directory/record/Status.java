package org.nowrongdoor.directory.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a service runs.
 *  @see "HSDS 3.2, service.status" */
public enum Status {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("inactive")
    INACTIVE,
    @JsonProperty("defunct")
    DEFUNCT,
    @JsonProperty("temporarily closed")
    TEMPORARILY_CLOSED
}
