package org.nowrongdoor.eligibility.explain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A question to ask next, and the party to ask. */
public record Question(String attribute, Ask ask, String text) {

    /** The party that is asked. */
    public enum Ask {
        @JsonProperty("client")
        CLIENT,
        @JsonProperty("provider")
        PROVIDER
    }
}
