package org.nowrongdoor.eligibility.explain;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question to ask next, and the party to ask. */
@Schema(name = "MatchQuestion")
public record Question(String attribute, Ask ask, String text) {

    /** The party that is asked. */
    @Schema(name = "AskWhom")
    public enum Ask {
        @JsonProperty("client")
        CLIENT,
        @JsonProperty("provider")
        PROVIDER
    }
}
