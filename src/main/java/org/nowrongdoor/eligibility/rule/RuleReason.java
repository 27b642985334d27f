package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a provider has a rule. */
public enum RuleReason {
    @JsonProperty("funding")
    FUNDING,
    @JsonProperty("law")
    LAW,
    @JsonProperty("policy")
    POLICY,
    @JsonProperty("capacity")
    CAPACITY,
    @JsonProperty("safety")
    SAFETY,
    @JsonProperty("cultural")
    CULTURAL
}
