package org.nowrongdoor.storage;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.nowrongdoor.text.WireName;

/** What a row of the change log speaks of. */
public enum ChangedEntity {
    @JsonProperty("service")
    SERVICE,
    @JsonProperty("organization")
    ORGANIZATION,
    @JsonProperty("location")
    LOCATION,
    @JsonProperty("service_at_location")
    SERVICE_AT_LOCATION,
    @JsonProperty("taxonomy")
    TAXONOMY,
    @JsonProperty("taxonomy_term")
    TAXONOMY_TERM;

    /** The name in the log and on the wire. */
    public String wire() {
        return WireName.snakeCase(this);
    }
}
