package org.nowrongdoor.eligibility.evaluate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.Rule;

/** A rule in negation normal form: negation is pushed down to the leaves. To negate outcomes on the way up instead
 *  would let a preference, which is always met, exclude a client once it stands under {@code not}. */
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

    /** A group, a leaf or an {@code every_child}; never a {@code not}. */
    public Rule rule() {
        return rule;
    }

    /** The sign: false where the rule is negated. */
    public boolean wanted() {
        return wanted;
    }

    /** The parts, each with its own sign. */
    public List<NnfRule> parts() {
        return parts;
    }

    /** Whether it is a conjunction (its lowest part decides) or else a disjunction (its highest does). */
    public boolean isAnd() {
        return and;
    }

    /** The value of no parts at all: the neutral element of AND or of OR. */
    public Kleene start() {
        return Kleene.of(and);
    }

    public boolean isGroup() {
        return rule instanceof Rule.AllOf || rule instanceof Rule.AnyOf;
    }

    public boolean isAboutChildren() {
        return rule instanceof Rule.EveryChild;
    }

    /** The client's attributes that it tests; a test of a child counts as {@code children}. */
    Set<ClientAttribute> attributes() {
        var attributes = EnumSet.noneOf(ClientAttribute.class);
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

    /** The same as a plain rule, under {@code not} where it is negated. */
    public Rule asRule() {
        return wanted ? rule : new Rule.Not(rule);
    }
}
