package org.nowrongdoor.eligibility.evaluate;

import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.Kleene;

/** The outcome of one test; an unknown outcome names who could resolve it. */
public enum LeafResult {
    FAILED(Kleene.FAILED, null),
    ASK_CALLER(Kleene.UNKNOWN, UnknownTo.CALLER),
    ASK_PROVIDER(Kleene.UNKNOWN, UnknownTo.PROVIDER),
    PROVIDER_DECIDES(Kleene.UNKNOWN, UnknownTo.PROVIDER_DECIDES),
    MET(Kleene.MET, null);

    private final Kleene outcome;
    private final @Nullable UnknownTo unknownTo;

    LeafResult(Kleene outcome, @Nullable UnknownTo unknownTo) {
        this.outcome = outcome;
        this.unknownTo = unknownTo;
    }

    public Kleene outcome() {
        return outcome;
    }

    public @Nullable UnknownTo unknownTo() {
        return unknownTo;
    }

    LeafResult negatedUnless(boolean wanted) {
        if (wanted || outcome == Kleene.UNKNOWN) {
            return this;
        }
        return this == MET ? FAILED : MET;
    }

    /** Kleene OR of two results; of two unknowns, the one that the caller can resolve comes first. */
    LeafResult or(LeafResult other) {
        var better = outcome.compareTo(other.outcome);
        return better > 0 || (better == 0 && compareTo(other) <= 0) ? this : other;
    }

    public static LeafResult of(boolean truth) {
        return truth ? MET : FAILED;
    }
}
