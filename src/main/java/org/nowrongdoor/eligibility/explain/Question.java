package org.nowrongdoor.eligibility.explain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What to ask next, and whom. */
public record Question(String attribute, Ask ask, String text) {

    /** Who is asked. */
    public enum Ask {
        @JsonProperty("client")
        CLIENT,
        @JsonProperty("provider")
        PROVIDER
    }
}
