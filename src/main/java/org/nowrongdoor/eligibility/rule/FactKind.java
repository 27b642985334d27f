package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The shape of a fact's value. */
public enum FactKind {
    /** {@code yes}, {@code no} or {@code unknown}. */
    @JsonProperty("yes_no")
    YES_NO,
    /** One word of the fact's own list, {@code unknown} among them. */
    @JsonProperty("enum")
    WORD,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("text")
    TEXT,
    @JsonProperty("list")
    LIST
}
