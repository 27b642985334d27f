package org.nowrongdoor.eligibility.explain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.LeafResult;
import org.nowrongdoor.eligibility.evaluate.NnfRule;
import org.nowrongdoor.eligibility.evaluate.PossibleAnswers;
import org.nowrongdoor.eligibility.evaluate.RuleEvaluator;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.Rule;

/** Tells which answers of a client could still settle an undecided verdict. */
final class DecisiveQuestions {

    // 300: all answers to any rule a provider publishes; a hostile rule must not cost more
    static final int MOST_TRIED = 300;

    private final RuleEvaluator evaluation;
    private final PossibleAnswers possibleAnswers;

    DecisiveQuestions(RegionContainment regions) {
        evaluation = new RuleEvaluator(regions);
        possibleAnswers = new PossibleAnswers(regions);
    }

    /** An undecided verdict, and what its rule left open. */
    record Undecided(ServiceTerms terms, NnfRule signed, List<RuleNote> notes) {

        /** What the client did not say and did not refuse to say. */
        Set<ClientAttribute> openTo(ClientProfile client) {
            Set<ClientAttribute> open = EnumSet.noneOf(ClientAttribute.class);
            for (RuleNote note : notes) {
                if (note.finding() == LeafResult.ASK_CALLER && client.mayStillSay(note.attribute())) {
                    open.add(note.attribute());
                }
            }
            return open;
        }
    }

    /** The attributes that could settle the verdict alone. */
    Set<ClientAttribute> alone(Undecided undecided, ClientProfile client) {
        Set<ClientAttribute> alone = undecided.openTo(client);
        alone.removeIf(attribute -> possibleAnswers
                .of(attribute, undecided.terms(), client)
                .limit(MOST_TRIED)
                .noneMatch(answer ->
                        evaluation.verdict(undecided.terms(), client.with(attribute, answer)) != Verdict.UNKNOWN));
        return alone;
    }

    /** The attributes that could settle it only together; none where the provider alone can. */
    Set<ClientAttribute> together(Undecided undecided, ClientProfile client) {
        RuleEvaluator.Person person = RuleEvaluator.Person.of(client, undecided.terms());
        boolean couldSettle = assuming(Kleene.MET, undecided.signed(), person) == Kleene.MET
                || assuming(Kleene.FAILED, undecided.signed(), person) == Kleene.FAILED;
        return couldSettle ? undecided.openTo(client) : Set.of();
    }

    /** What it would come to if everything that the caller could still say came out one way. */
    private Kleene assuming(Kleene said, NnfRule signed, RuleEvaluator.Person person) {
        if (signed.rule() instanceof Rule.Leaf leaf) {
            LeafResult finding = evaluation.finding(signed, leaf, person);
            boolean open = finding == LeafResult.ASK_CALLER && person.client().mayStillSay(leaf.attribute());
            return open ? said : finding.outcome();
        }
        if (signed.isAboutChildren()) {
            Kleene outcome = evaluation.outcome(signed, person);
            boolean open = outcome == Kleene.UNKNOWN && person.client().mayStillSay(ClientAttribute.CHILDREN);
            return open ? said : outcome;
        }
        Kleene outcome = signed.start();
        for (NnfRule part : signed.parts()) {
            Kleene ofPart = assuming(said, part, person);
            outcome = signed.isAnd() ? outcome.and(ofPart) : outcome.or(ofPart);
        }
        return outcome;
    }
}
