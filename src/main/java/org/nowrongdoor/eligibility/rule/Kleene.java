package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Truth in strong Kleene logic, worst first: AND is the worst of its parts, OR the best, NOT swaps the ends. */
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
