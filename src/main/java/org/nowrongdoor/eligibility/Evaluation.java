package org.nowrongdoor.eligibility;

/** Puts a service's rule to a client, in Kleene logic. */
public final class Evaluation {

    private final Matching matching;

    public Evaluation(Regions regions) {
        matching = new Matching(regions);
    }

    /** The bare verdict; {@link Explanation} says why. */
    public Verdict verdict(ServiceTerms terms, ClientProfile client) {
        if (terms.rule() == null) {
            return Verdict.UNKNOWN;
        }
        return Verdict.of(outcome(Signed.of(terms.rule()), new Person(client, terms.takesTransPeopleByIdentity())));
    }

    /** A client as one service sees them. */
    record Person(ClientProfile client, boolean transByIdentity) {
        Person child(ClientProfile child) {
            return new Person(child, transByIdentity);
        }
    }

    Finding finding(Signed leaf, Person person) {
        Rule.Leaf test = (Rule.Leaf) leaf.rule();
        Finding finding = matching.of(test, person.client(), person.transByIdentity());
        // a preference turns nobody away, whether it is for a group or against it
        return test.weight().neverFails() ? Finding.MET : finding.negatedUnless(leaf.wanted());
    }

    Kleene outcome(Signed signed, Person person) {
        Rule rule = signed.rule();
        if (rule instanceof Rule.Leaf) {
            return finding(signed, person).outcome();
        }
        if (rule instanceof Rule.EveryChild) {
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
