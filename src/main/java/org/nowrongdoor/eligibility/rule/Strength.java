package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How firmly a provider holds to a rule. */
public enum Strength {
    @JsonProperty("hard")
    HARD,
    /** These people go first; nobody fails it. */
    @JsonProperty("priority")
    PRIORITY,
    /** These people are preferred; nobody fails it. */
    @JsonProperty("preference")
    PREFERENCE,
    /** The provider decides case by case: unknown, whatever the client says. */
    @JsonProperty("discretion")
    DISCRETION;

    /** Whether it only orders people and never turns anyone away. */
    public boolean neverFails() {
        return this == PRIORITY || this == PREFERENCE;
    }
}
