package org.nowrongdoor.eligibility.explain;

import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.LeafResult;
import org.nowrongdoor.eligibility.evaluate.NnfRule;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.Rule;

/**
 * One part of a rule with what it came to, before it is put into words.
 *
 * @param signed a leaf, or what every child is asked
 * @param asStated the provider's words for it
 */
record RuleNote(
        NnfRule signed, LeafResult finding, @Nullable String asStated) {

    /** Children are named as such: a mother must not hear of her son's age as if it were hers. */
    ClientAttribute attribute() {
        return signed.rule() instanceof Rule.Leaf leaf ? leaf.attribute() : ClientAttribute.CHILDREN;
    }

    /** Whether it says who is kept out rather than who is let in. */
    boolean isExclusion() {
        return signed.rule() instanceof Rule.Leaf leaf && signed.wanted() == excludes(leaf.condition());
    }

    private static boolean excludes(Condition condition) {
        return condition instanceof Condition.NoneOf || (condition instanceof Condition.Is is && !is.value());
    }

    Reason reason(ReasonFormatter sentences) {
        return new Reason(
                attribute().code(),
                finding.outcome(),
                finding.unknownTo(),
                asStated,
                sentences.sentence(signed, finding));
    }

    /** The first words that the provider uses anywhere in a rule. */
    static @Nullable String firstStated(NnfRule signed) {
        if (signed.rule() instanceof Rule.Leaf leaf) {
            return leaf.provenance().asStated();
        }
        for (NnfRule part : signed.parts()) {
            String stated = firstStated(part);
            if (stated != null) {
                return stated;
            }
        }
        return null;
    }
}
