package org.nowrongdoor.eligibility.evaluate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.Rule;

/**
 * A rule, or its opposite, ready to be followed: negation is carried down to the leaves instead of swapping what comes
 * up, so that a preference under {@code not} still turns nobody away.
 */
public final class NnfRule {

    private final Rule rule;
    private final boolean wanted;
    private final boolean and;
    private final List<NnfRule> parts;

    private NnfRule(Rule rule, boolean wanted) {
        this.rule = rule;
        this.wanted = wanted;
        and = wanted != rule instanceof Rule.AnyOf;
        parts = inside(rule).stream().map(part -> of(part, wanted)).toList();
    }

    public static NnfRule of(Rule rule) {
        return of(rule, true);
    }

    private static NnfRule of(Rule rule, boolean wanted) {
        return rule instanceof Rule.Not not ? of(not.rule(), !wanted) : new NnfRule(rule, wanted);
    }

    private static List<Rule> inside(Rule rule) {
        if (rule instanceof Rule.AllOf all) {
            return all.rules();
        }
        if (rule instanceof Rule.AnyOf any) {
            return any.rules();
        }
        return rule instanceof Rule.EveryChild every ? List.of(every.rule()) : List.of();
    }

    /** A group, a leaf or what every child is asked; never a {@code not}. */
    public Rule rule() {
        return rule;
    }

    /** False where the opposite of the rule is asked for. */
    public boolean wanted() {
        return wanted;
    }

    /** The parts, each with its sign. */
    public List<NnfRule> parts() {
        return parts;
    }

    /** Whether all parts count (the worst of them decides) rather than any (the best does). */
    public boolean isAnd() {
        return and;
    }

    /** What no parts come to. */
    public Kleene start() {
        return Kleene.of(and);
    }

    boolean isLeaf() {
        return rule instanceof Rule.Leaf;
    }

    public boolean isGroup() {
        return rule instanceof Rule.AllOf || rule instanceof Rule.AnyOf;
    }

    public boolean isAboutChildren() {
        return rule instanceof Rule.EveryChild;
    }

    /** The client's attributes that it speaks of; what it asks of a child is {@code children}. */
    Set<ClientAttribute> attributes() {
        Set<ClientAttribute> attributes = EnumSet.noneOf(ClientAttribute.class);
        collect(attributes);
        return attributes;
    }

    private void collect(Set<ClientAttribute> attributes) {
        if (rule instanceof Rule.Leaf leaf) {
            attributes.add(leaf.attribute());
        } else if (isAboutChildren()) {
            attributes.add(ClientAttribute.CHILDREN);
        } else {
            parts.forEach(part -> part.collect(attributes));
        }
    }

    /** The same as a rule without a sign. */
    public Rule asRule() {
        return wanted ? rule : new Rule.Not(rule);
    }
}
