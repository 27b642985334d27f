package org.nowrongdoor.eligibility.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.Rule;

/** The numbers that a rule distinguishes: its bounds, and one number on each side of every bound. */
final class PossibleNumberAnswers {

    private PossibleNumberAnswers() {}

    static List<Answer.Amount> of(ClientAttribute attribute, List<Rule.Leaf> leaves, @Nullable Answer said) {
        var band = said instanceof Answer.Amount amount ? amount : new Answer.Amount(0, attribute.most());
        return apart(attribute, leaves).stream()
                .filter(value -> value >= band.min() && value <= band.max())
                .map(value -> new Answer.Amount(value, value))
                .toList();
    }

    /** All numbers that a rule distinguishes, in ascending order. */
    static SortedSet<Double> apart(ClientAttribute attribute, List<Rule.Leaf> leaves) {
        var bounds = new TreeSet<Double>();
        for (var leaf : leaves) {
            if (leaf.condition() instanceof Condition.Range range) {
                add(bounds, range.min());
                add(bounds, range.max());
            }
        }
        double step = attribute.isWhole() ? 1 : 0.5;
        var apart = new TreeSet<>(bounds);
        var sorted = new ArrayList<>(bounds);
        for (var i = 0; i < sorted.size(); i++) {
            double here = sorted.get(i);
            var next = i + 1 < sorted.size() ? sorted.get(i + 1) : here + 2 * step;
            apart.add(attribute.isWhole() ? Math.floor((here + next) / 2) : (here + next) / 2);
        }
        if (!sorted.isEmpty()) {
            apart.add(sorted.get(0) - step);
        }
        return apart;
    }

    private static void add(Set<Double> bounds, @Nullable BigDecimal bound) {
        if (bound != null) {
            bounds.add(bound.doubleValue());
        }
    }
}
