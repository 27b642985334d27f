package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Truth values of strong Kleene logic, lowest first. AND is the minimum of its parts, OR the maximum; NOT swaps failed
 *  and met, and keeps unknown. */
@Schema(name = "RuleOutcome")
public enum Kleene {
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("unknown")
    UNKNOWN,
    @JsonProperty("met")
    MET;

    public Kleene and(Kleene other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Kleene or(Kleene other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Kleene not() {
        return switch (this) {
            case FAILED -> MET;
            case UNKNOWN -> UNKNOWN;
            case MET -> FAILED;
        };
    }

    public static Kleene of(boolean truth) {
        return truth ? MET : FAILED;
    }
}
