package org.nowrongdoor.eligibility;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A rule, or its opposite: negation is carried down to the leaves instead of swapping what comes up, so that a
 * preference under {@code not} still turns nobody away.
 *
 * @param wanted false where the opposite of the rule is asked for
 */
record Signed(Rule rule, boolean wanted) {

    static Signed of(Rule rule) {
        return new Signed(rule, true).unwrapped();
    }

    /** The parts, each with its sign; a {@code not} is never among them. */
    List<Signed> parts() {
        if (rule instanceof Rule.AllOf all) {
            return signed(all.rules());
        }
        if (rule instanceof Rule.AnyOf any) {
            return signed(any.rules());
        }
        if (rule instanceof Rule.EveryChild every) {
            return signed(List.of(every.rule()));
        }
        return List.of();
    }

    /** Whether all parts count (the worst of them decides) rather than any (the best does). */
    boolean isAnd() {
        return wanted != rule instanceof Rule.AnyOf;
    }

    /** What no parts come to. */
    Kleene start() {
        return Kleene.of(isAnd());
    }

    boolean isLeaf() {
        return rule instanceof Rule.Leaf;
    }

    boolean isGroup() {
        return rule instanceof Rule.AllOf || rule instanceof Rule.AnyOf;
    }

    boolean isAboutChildren() {
        return rule instanceof Rule.EveryChild;
    }

    /** The client's attributes that it speaks of; what it asks of a child is {@code children}. */
    Set<Attribute> attributes() {
        Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
        collect(attributes);
        return attributes;
    }

    private void collect(Set<Attribute> attributes) {
        if (rule instanceof Rule.Leaf leaf) {
            attributes.add(leaf.attribute());
        } else if (isAboutChildren()) {
            attributes.add(Attribute.CHILDREN);
        } else {
            parts().forEach(part -> part.collect(attributes));
        }
    }

    /** The same as a rule without a sign. */
    Rule asRule() {
        return wanted ? rule : new Rule.Not(rule);
    }

    private List<Signed> signed(List<Rule> rules) {
        return rules.stream().map(part -> new Signed(part, wanted).unwrapped()).toList();
    }

    private Signed unwrapped() {
        Signed inner = this;
        while (inner.rule() instanceof Rule.Not not) {
            inner = new Signed(not.rule(), !inner.wanted());
        }
        return inner;
    }
}
