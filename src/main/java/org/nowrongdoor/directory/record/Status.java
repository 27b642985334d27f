package org.nowrongdoor.directory.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a service runs.
 *  @see "HSDS 3.2, service.status" */
@Schema(name = "ServiceStatus")
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
