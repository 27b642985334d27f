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

/** Finds the attributes whose answers could still settle an undecided verdict. */
final class DecisiveQuestions {

    // 300: all answers to any published rule; a hostile rule must not cost more
    static final int MOST_TRIED = 300;

    private final RuleEvaluator evaluation;
    private final PossibleAnswers possibleAnswers;

    DecisiveQuestions(RegionContainment regions) {
        evaluation = new RuleEvaluator(regions);
        possibleAnswers = new PossibleAnswers(regions);
    }

    /** An undecided verdict, and what its rule left open. */
    record Undecided(ServiceTerms terms, NnfRule signed, List<RuleNote> notes) {

        /** The attributes left open that the client may still state, because they were not withheld. */
        Set<ClientAttribute> openTo(ClientProfile client) {
            var open = EnumSet.noneOf(ClientAttribute.class);
            for (var note : notes) {
                if (note.finding() == LeafResult.ASK_CALLER && client.mayStillSay(note.attribute())) {
                    open.add(note.attribute());
                }
            }
            return open;
        }
    }

    /** The attributes that could each settle the verdict alone. */
    Set<ClientAttribute> alone(Undecided undecided, ClientProfile client) {
        var alone = undecided.openTo(client);
        alone.removeIf(attribute -> possibleAnswers
                .of(attribute, undecided.terms(), client)
                .limit(MOST_TRIED)
                .noneMatch(answer ->
                        evaluation.verdict(undecided.terms(), client.with(attribute, answer)) != Verdict.UNKNOWN));
        return alone;
    }

    /** The attributes that could settle it only together; empty where only the provider can settle it. */
    Set<ClientAttribute> together(Undecided undecided, ClientProfile client) {
        var person = RuleEvaluator.Person.of(client, undecided.terms());
        var couldSettle = assuming(Kleene.MET, undecided.signed(), person) == Kleene.MET
                || assuming(Kleene.FAILED, undecided.signed(), person) == Kleene.FAILED;
        return couldSettle ? undecided.openTo(client) : Set.of();
    }

    /** The outcome if all tests that the caller could still resolve had the same outcome. */
    private Kleene assuming(Kleene said, NnfRule signed, RuleEvaluator.Person person) {
        if (signed.rule() instanceof Rule.Leaf leaf) {
            var finding = evaluation.finding(signed, leaf, person);
            var open = finding == LeafResult.ASK_CALLER && person.client().mayStillSay(leaf.attribute());
            return open ? said : finding.outcome();
        }
        if (signed.isAboutChildren()) {
            var outcome = evaluation.outcome(signed, person);
            var open = outcome == Kleene.UNKNOWN && person.client().mayStillSay(ClientAttribute.CHILDREN);
            return open ? said : outcome;
        }
        var outcome = signed.start();
        for (var part : signed.parts()) {
            var ofPart = assuming(said, part, person);
            outcome = signed.isAnd() ? outcome.and(ofPart) : outcome.or(ofPart);
        }
        return outcome;
    }
}
