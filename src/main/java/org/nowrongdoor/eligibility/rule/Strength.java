package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How strictly a provider applies a rule. */
public enum Strength {
    @JsonProperty("hard")
    HARD,
    /** Clients who meet it go first; no client fails it. */
    @JsonProperty("priority")
    PRIORITY,
    /** Clients who meet it are preferred; no client fails it. */
    @JsonProperty("preference")
    PREFERENCE,
    /** The provider decides case by case: unknown, whatever the client says. */
    @JsonProperty("discretion")
    DISCRETION;

    /** Whether it only orders clients and never excludes one. */
    public boolean neverFails() {
        return this == PRIORITY || this == PREFERENCE;
    }
}
