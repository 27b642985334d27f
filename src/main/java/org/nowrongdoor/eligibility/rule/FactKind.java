package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The type of a fact's value. */
public enum FactKind {
    /** {@code yes}, {@code no} or {@code unknown}. */
    @JsonProperty("yes_no")
    YES_NO,
    /** One word of the fact's own list, which includes {@code unknown}. */
    @JsonProperty("enum")
    WORD,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("text")
    TEXT,
    @JsonProperty("list")
    LIST
}
