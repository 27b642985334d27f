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

/** The numbers that a rule tells apart: its bounds, and one number on each side of every bound. */
final class PossibleNumberAnswers {

    private PossibleNumberAnswers() {}

    static List<Answer.Amount> of(ClientAttribute attribute, List<Rule.Leaf> leaves, @Nullable Answer said) {
        Answer.Amount band = said instanceof Answer.Amount amount ? amount : new Answer.Amount(0, attribute.most());
        return apart(attribute, leaves).stream()
                .filter(value -> value >= band.min() && value <= band.max())
                .map(value -> new Answer.Amount(value, value))
                .toList();
    }

    /** Every number that matters, in order. */
    static SortedSet<Double> apart(ClientAttribute attribute, List<Rule.Leaf> leaves) {
        SortedSet<Double> bounds = new TreeSet<>();
        for (Rule.Leaf leaf : leaves) {
            if (leaf.condition() instanceof Condition.Range range) {
                add(bounds, range.min());
                add(bounds, range.max());
            }
        }
        double step = attribute.isWhole() ? 1 : 0.5;
        SortedSet<Double> apart = new TreeSet<>(bounds);
        List<Double> sorted = new ArrayList<>(bounds);
        for (int i = 0; i < sorted.size(); i++) {
            double here = sorted.get(i);
            double next = i + 1 < sorted.size() ? sorted.get(i + 1) : here + 2 * step;
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
