package org.nowrongdoor.eligibility.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.nowrongdoor.eligibility.rule.Kleene;

/** The result of a service's rule for one client; unknown is never a yes and never a no. */
public enum Verdict {
    @JsonProperty("eligible")
    ELIGIBLE,
    @JsonProperty("not_eligible")
    NOT_ELIGIBLE,
    @JsonProperty("unknown")
    UNKNOWN;

    public static Verdict of(Kleene outcome) {
        return switch (outcome) {
            case MET -> ELIGIBLE;
            case FAILED -> NOT_ELIGIBLE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
