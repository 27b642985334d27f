package org.nowrongdoor.eligibility.evaluate;

import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.Rule;

/** Evaluates a service's rule for a client in Kleene logic. */
public final class RuleEvaluator {

    private final LeafEvaluator matching;

    public RuleEvaluator(RegionContainment regions) {
        matching = new LeafEvaluator(regions);
    }

    /** The verdict without its reasons, which {@code MatchBuilder} gives. */
    public Verdict verdict(ServiceTerms terms, ClientProfile client) {
        var signed = terms.signed();
        return signed == null ? Verdict.UNKNOWN : Verdict.of(outcome(signed, Person.of(client, terms)));
    }

    /** A client, or a child of the client, as one service classifies them. */
    public record Person(ClientProfile client, boolean transByIdentity) {
        public static Person of(ClientProfile client, ServiceTerms terms) {
            return new Person(client, terms.takesTransPeopleByIdentity());
        }

        public Person child(ClientProfile child) {
            return new Person(child, transByIdentity);
        }
    }

    public LeafResult finding(NnfRule signed, Rule.Leaf leaf, Person person) {
        var finding = matching.of(leaf, person.client(), person.transByIdentity());
        // a preference excludes no client, whether it is for a group or against it
        return leaf.weight().neverFails() ? LeafResult.MET : finding.negatedUnless(signed.wanted());
    }

    public Kleene outcome(NnfRule signed, Person person) {
        if (signed.rule() instanceof Rule.Leaf leaf) {
            return finding(signed, leaf, person).outcome();
        }
        if (signed.isAboutChildren()) {
            return ofChildren(signed, person);
        }
        var outcome = signed.start();
        for (var part : signed.parts()) {
            outcome = signed.isAnd() ? outcome.and(outcome(part, person)) : outcome.or(outcome(part, person));
            if (outcome == signed.start().not()) {
                return outcome;
            }
        }
        return outcome;
    }

    private Kleene ofChildren(NnfRule every, Person person) {
        if (!(person.client().answer(ClientAttribute.CHILDREN) instanceof Answer.Children children)) {
            return Kleene.UNKNOWN;
        }
        var inside = every.parts().get(0);
        var outcome = every.start();
        for (var child : children.children()) {
            var ofChild = outcome(inside, person.child(child));
            outcome = every.isAnd() ? outcome.and(ofChild) : outcome.or(ofChild);
        }
        return outcome;
    }
}
