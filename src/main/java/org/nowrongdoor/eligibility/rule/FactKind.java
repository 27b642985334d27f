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
    /** A number of days, {@code {"at_least": days}} or {@code no_limit}. */
    @JsonProperty("number")
    STAY,
    @JsonProperty("text")
    TEXT,
    @JsonProperty("list")
    LIST,
    /** Any number of words of the fact's own list. */
    @JsonProperty("set")
    WORDS
}
