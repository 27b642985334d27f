package org.nowrongdoor.eligibility.evaluate;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.eligibility.rule.Strength;

/** The canonical form of a rule, shared by all equal rules. The provider's words are removed, negation is pushed down to
 *  the leaves, and the service's way of accepting trans people is expanded into the word lists. */
final class CanonicalRule {

    private CanonicalRule() {}

    static Rule of(Rule rule, boolean transByIdentity) {
        return bare(rule, true, transByIdentity);
    }

    private static Rule bare(Rule rule, boolean wanted, boolean transByIdentity) {
        if (rule instanceof Rule.Not not) {
            return bare(not.rule(), !wanted, transByIdentity);
        }
        if (rule instanceof Rule.EveryChild every) {
            var inside = new Rule.EveryChild(bare(every.rule(), true, transByIdentity));
            return wanted ? inside : new Rule.Not(inside);
        }
        if (rule instanceof Rule.Leaf leaf) {
            return leaf(leaf, wanted, transByIdentity);
        }
        var all = wanted == rule instanceof Rule.AllOf;
        var parts = (rule instanceof Rule.AllOf allOf ? allOf.rules() : ((Rule.AnyOf) rule).rules())
                .stream().map(part -> bare(part, wanted, transByIdentity)).toList();
        return all ? new Rule.AllOf(parts) : new Rule.AnyOf(parts);
    }

    private static Rule leaf(Rule.Leaf leaf, boolean wanted, boolean transByIdentity) {
        if (leaf.isOpen()) {
            var strength = leaf.weight().neverFails() ? Strength.PRIORITY : Strength.DISCRETION;
            return new Rule.Leaf(
                    leaf.attribute(), new Condition.Untested(), new Rule.Weight(strength, null), Rule.Provenance.NONE);
        }
        var condition = leaf.condition();
        if (condition instanceof Condition.Range range) {
            return range(leaf, range, wanted);
        }
        if (condition instanceof Condition.Is is) {
            return with(leaf, new Condition.Is(is.value() == wanted));
        }
        var words = words(leaf.attribute(), condition, transByIdentity);
        if (condition instanceof Condition.OneOf == wanted) {
            return with(leaf, new Condition.OneOf(words));
        }
        return with(leaf, new Condition.NoneOf(words));
    }

    /** Splits a range into its bounds, because more services share "18 or more" than "18 to 24". */
    private static Rule range(Rule.Leaf leaf, Condition.Range range, boolean wanted) {
        var ends = Stream.of(
                        new Condition.Range(plain(range.min()), null), new Condition.Range(null, plain(range.max())))
                .filter(end -> end.min() != null || end.max() != null)
                .map(end -> (Rule) with(leaf, end))
                .map(end -> wanted ? end : new Rule.Not(end))
                .toList();
        if (ends.size() == 1) {
            return ends.get(0);
        }
        return wanted ? new Rule.AllOf(ends) : new Rule.AnyOf(ends);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        var shortest = number.stripTrailingZeros();
        return shortest.setScale(Math.max(0, shortest.scale()));
    }

    private static List<String> words(ClientAttribute attribute, Condition condition, boolean transByIdentity) {
        var words = Condition.words(condition).stream();
        if (transByIdentity) {
            words = words.flatMap(attribute.entry().vocabulary()::widenedByIdentity);
        }
        return words.distinct().sorted().toList();
    }

    private static Rule.Leaf with(Rule.Leaf leaf, Condition condition) {
        return new Rule.Leaf(leaf.attribute(), condition, Rule.Weight.HARD, Rule.Provenance.NONE);
    }
}
