package org.nowrongdoor.storage;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.nowrongdoor.text.WireName;

/** What happened to a record. */
public enum ChangeKind {
    @JsonProperty("upsert")
    UPSERT,
    @JsonProperty("delete")
    DELETE,
    /** Something that was public must be forgotten by anyone who copied it. */
    @JsonProperty("redact")
    REDACT;

    /** The name in the log and on the wire. */
    public String wire() {
        return WireName.snakeCase(this);
    }
}
