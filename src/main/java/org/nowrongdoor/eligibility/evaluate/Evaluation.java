package org.nowrongdoor.eligibility.evaluate;

import org.nowrongdoor.eligibility.rule.Attribute;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.Regions;
import org.nowrongdoor.eligibility.rule.Rule;

/** Puts a service's rule to a client, in Kleene logic. */
public final class Evaluation {

    private final Matching matching;

    public Evaluation(Regions regions) {
        matching = new Matching(regions);
    }

    /** The bare verdict; {@code Explanation} says why. */
    public Verdict verdict(ServiceTerms terms, ClientProfile client) {
        Signed signed = terms.signed();
        return signed == null ? Verdict.UNKNOWN : Verdict.of(outcome(signed, Person.of(client, terms)));
    }

    /** A client as one service sees them. */
    public record Person(ClientProfile client, boolean transByIdentity) {
        public static Person of(ClientProfile client, ServiceTerms terms) {
            return new Person(client, terms.takesTransPeopleByIdentity());
        }

        public Person child(ClientProfile child) {
            return new Person(child, transByIdentity);
        }
    }

    public Finding finding(Signed signed, Rule.Leaf leaf, Person person) {
        Finding finding = matching.of(leaf, person.client(), person.transByIdentity());
        // a preference turns nobody away, whether it is for a group or against it
        return leaf.weight().neverFails() ? Finding.MET : finding.negatedUnless(signed.wanted());
    }

    public Kleene outcome(Signed signed, Person person) {
        if (signed.rule() instanceof Rule.Leaf leaf) {
            return finding(signed, leaf, person).outcome();
        }
        if (signed.isAboutChildren()) {
            return ofChildren(signed, person);
        }
        Kleene outcome = signed.start();
        for (Signed part : signed.parts()) {
            outcome = signed.isAnd() ? outcome.and(outcome(part, person)) : outcome.or(outcome(part, person));
            if (outcome == signed.start().not()) {
                return outcome;
            }
        }
        return outcome;
    }

    private Kleene ofChildren(Signed every, Person person) {
        if (!(person.client().answer(Attribute.CHILDREN) instanceof Answer.Children children)) {
            return Kleene.UNKNOWN;
        }
        Signed inside = every.parts().get(0);
        Kleene outcome = every.start();
        for (ClientProfile child : children.children()) {
            Kleene ofChild = outcome(inside, person.child(child));
            outcome = every.isAnd() ? outcome.and(ofChild) : outcome.or(ofChild);
        }
        return outcome;
    }
}
