package org.nowrongdoor.eligibility.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who could say what is not known: the caller, the provider, or the provider case by case. */
public enum UnknownTo {
    @JsonProperty("caller")
    CALLER,
    @JsonProperty("provider")
    PROVIDER,
    @JsonProperty("provider_decides")
    PROVIDER_DECIDES
}
