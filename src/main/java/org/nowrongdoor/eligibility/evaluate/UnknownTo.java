package org.nowrongdoor.eligibility.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The party that could resolve an unknown: caller, provider, or provider case by case. */
public enum UnknownTo {
    @JsonProperty("caller")
    CALLER,
    @JsonProperty("provider")
    PROVIDER,
    @JsonProperty("provider_decides")
    PROVIDER_DECIDES
}
