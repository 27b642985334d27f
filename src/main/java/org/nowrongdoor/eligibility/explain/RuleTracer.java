package org.nowrongdoor.eligibility.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.nowrongdoor.eligibility.evaluate.Answer;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.LeafResult;
import org.nowrongdoor.eligibility.evaluate.NnfRule;
import org.nowrongdoor.eligibility.evaluate.RuleEvaluator;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.Rule;

/**
 * Follows a rule and keeps what counted. What must all be met is noted part by part. Of a choice only what decided is
 * noted: the way that is met, else the ways that are open, else every way that failed.
 */
final class RuleTracer {

    private final RuleEvaluator evaluation;

    RuleTracer(RuleEvaluator evaluation) {
        this.evaluation = evaluation;
    }

    /** What a rule came to, and the parts that made it so. */
    record Trace(Kleene outcome, List<RuleNote> notes) {

        void addTo(List<RuleNote> notesOf, Kleene wanted) {
            for (RuleNote note : notes) {
                if (note.finding().outcome() == wanted) {
                    notesOf.add(note);
                }
            }
        }
    }

    Trace trace(NnfRule signed, RuleEvaluator.Person person) {
        if (signed.rule() instanceof Rule.Leaf leaf) {
            LeafResult finding = evaluation.finding(signed, leaf, person);
            RuleNote note = new RuleNote(signed, finding, leaf.provenance().asStated());
            return new Trace(finding.outcome(), List.of(note));
        }
        if (signed.isAboutChildren()) {
            return ofChildren(signed, person);
        }
        return signed.isAnd() ? all(signed, person) : choice(signed, person);
    }

    private Trace all(NnfRule signed, RuleEvaluator.Person person) {
        Kleene outcome = Kleene.MET;
        List<RuleNote> notes = new ArrayList<>();
        for (NnfRule part : signed.parts()) {
            Trace trace = trace(part, person);
            outcome = outcome.and(trace.outcome());
            notes.addAll(trace.notes());
        }
        return new Trace(outcome, notes);
    }

    private Trace choice(NnfRule signed, RuleEvaluator.Person person) {
        Kleene outcome = Kleene.FAILED;
        List<RuleNote> notes = new ArrayList<>();
        for (NnfRule part : signed.parts()) {
            Trace way = trace(part, person);
            if (way.outcome().compareTo(outcome) > 0) {
                outcome = way.outcome();
                notes.clear();
            }
            if (way.outcome() == outcome) {
                way.addTo(notes, outcome);
            }
            if (outcome == Kleene.MET) {
                break;
            }
        }
        return new Trace(outcome, outcome == Kleene.FAILED ? withoutConditions(notes) : notes);
    }

    /**
     * "Not a boy, or 12 at most" is the one rule "boys to 12": its first half only says whom the second is for. It is
     * left out when the provider has no other words for it.
     */
    private static List<RuleNote> withoutConditions(List<RuleNote> failed) {
        List<RuleNote> demands =
                failed.stream().filter(note -> !note.isExclusion()).toList();
        if (demands.isEmpty()) {
            return failed;
        }
        return failed.stream()
                .filter(note -> !note.isExclusion() || isSaidApart(note, demands))
                .toList();
    }

    private static boolean isSaidApart(RuleNote note, List<RuleNote> demands) {
        return note.asStated() != null
                && demands.stream().noneMatch(demand -> note.asStated().equals(demand.asStated()));
    }

    /** One note for each thing that is asked of the children, however many children it stops. */
    private Trace ofChildren(NnfRule every, RuleEvaluator.Person person) {
        List<NnfRule> asked = new ArrayList<>();
        if (every.wanted()) {
            conjuncts(every.parts().get(0))
                    .map(one -> NnfRule.of(new Rule.EveryChild(one.asRule())))
                    .forEach(asked::add);
        }
        if (asked.isEmpty()) {
            asked.add(every);
        }
        Kleene outcome = Kleene.MET;
        List<RuleNote> notes = new ArrayList<>();
        for (NnfRule one : asked) {
            RuleNote note = note(one, person);
            outcome = outcome.and(note.finding().outcome());
            notes.add(note);
        }
        return new Trace(outcome, notes);
    }

    private static Stream<NnfRule> conjuncts(NnfRule signed) {
        return signed.isGroup() && signed.isAnd()
                ? signed.parts().stream().flatMap(RuleTracer::conjuncts)
                : Stream.of(signed);
    }

    private RuleNote note(NnfRule every, RuleEvaluator.Person person) {
        if (!(person.client().answer(ClientAttribute.CHILDREN) instanceof Answer.Children children)) {
            return new RuleNote(every, LeafResult.ASK_CALLER, RuleNote.firstStated(every));
        }
        Kleene outcome = evaluation.outcome(every, person);
        List<RuleNote> counted = new ArrayList<>();
        for (ClientProfile child : children.children()) {
            Trace trace = trace(every.parts().get(0), person.child(child));
            if (trace.outcome() == outcome) {
                trace.addTo(counted, outcome);
            }
        }
        String stated = counted.stream()
                .map(RuleNote::asStated)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> RuleNote.firstStated(every));
        return new RuleNote(every, finding(outcome, counted), stated);
    }

    /** An unknown is the caller's to clear up before it is the provider's. */
    private static LeafResult finding(Kleene outcome, List<RuleNote> counted) {
        if (outcome != Kleene.UNKNOWN) {
            return LeafResult.of(outcome == Kleene.MET);
        }
        return counted.stream()
                .map(RuleNote::finding)
                .min(LeafResult::compareTo)
                .orElse(LeafResult.ASK_CALLER);
    }
}
