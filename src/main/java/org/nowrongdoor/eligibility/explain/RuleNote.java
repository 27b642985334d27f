package org.nowrongdoor.eligibility.explain;

import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.LeafResult;
import org.nowrongdoor.eligibility.evaluate.NnfRule;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.Rule;

/** One part of a rule with its result, before it is put into words.
 *  @param signed a leaf or an {@code every_child}
 *  @param asStated the provider's words for it; null where there are none */
record RuleNote(
        NnfRule signed, LeafResult finding, @Nullable String asStated) {

    /** The attribute tested; {@code children} for a test of a child. A parent must not hear a child's age as if it were
     *  their own. */
    ClientAttribute attribute() {
        return signed.rule() instanceof Rule.Leaf leaf ? leaf.attribute() : ClientAttribute.CHILDREN;
    }

    /** Whether it states who is excluded rather than who is accepted. */
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
                ReasonFormatter.because(signed),
                sentences.sentence(signed, finding));
    }

    /** The first of the provider's words in a rule; null where there are none. */
    static @Nullable String firstStated(NnfRule signed) {
        if (signed.rule() instanceof Rule.Leaf leaf) {
            return leaf.provenance().asStated();
        }
        for (var part : signed.parts()) {
            var stated = firstStated(part);
            if (stated != null) {
                return stated;
            }
        }
        return null;
    }
}
