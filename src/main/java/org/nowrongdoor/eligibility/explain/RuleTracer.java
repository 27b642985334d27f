package org.nowrongdoor.eligibility.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.nowrongdoor.eligibility.evaluate.Answer;
import org.nowrongdoor.eligibility.evaluate.LeafResult;
import org.nowrongdoor.eligibility.evaluate.NnfRule;
import org.nowrongdoor.eligibility.evaluate.RuleEvaluator;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.Rule;

/** Traces the evaluation of a rule and records the parts that counted. Of a conjunction every part is recorded. Of a
 *  disjunction only what decided: the alternative that is met, else those that are unknown, else all that failed. */
final class RuleTracer {

    private final RuleEvaluator evaluation;

    RuleTracer(RuleEvaluator evaluation) {
        this.evaluation = evaluation;
    }

    /** The outcome of a rule and the parts that decided it. */
    record Trace(Kleene outcome, List<RuleNote> notes) {

        void addTo(List<RuleNote> notesOf, Kleene wanted) {
            for (var note : notes) {
                if (note.finding().outcome() == wanted) {
                    notesOf.add(note);
                }
            }
        }
    }

    Trace trace(NnfRule signed, RuleEvaluator.Person person) {
        if (signed.rule() instanceof Rule.Leaf leaf) {
            var finding = evaluation.finding(signed, leaf, person);
            var note = new RuleNote(signed, finding, leaf.provenance().asStated());
            return new Trace(finding.outcome(), List.of(note));
        }
        if (signed.isAboutChildren()) {
            return ofChildren(signed, person);
        }
        return signed.isAnd() ? all(signed, person) : choice(signed, person);
    }

    private Trace all(NnfRule signed, RuleEvaluator.Person person) {
        var outcome = Kleene.MET;
        var notes = new ArrayList<RuleNote>();
        for (var part : signed.parts()) {
            var trace = trace(part, person);
            outcome = outcome.and(trace.outcome());
            notes.addAll(trace.notes());
        }
        return new Trace(outcome, notes);
    }

    private Trace choice(NnfRule signed, RuleEvaluator.Person person) {
        var outcome = Kleene.FAILED;
        var notes = new ArrayList<RuleNote>();
        for (var part : signed.parts()) {
            var way = trace(part, person);
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

    /** Removes failed parts that only say whom another part applies to. "Not a boy, or 12 at most" is the implication
     *  "boys up to 12"; its premise is removed unless the provider has separate words for it. */
    private static List<RuleNote> withoutConditions(List<RuleNote> failed) {
        var demands = failed.stream().filter(note -> !note.isExclusion()).toList();
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

    /** One note for each test of the children, however many children fail it. */
    private Trace ofChildren(NnfRule every, RuleEvaluator.Person person) {
        var asked = new ArrayList<NnfRule>();
        if (every.wanted()) {
            conjuncts(every.parts().get(0))
                    .map(one -> NnfRule.of(new Rule.EveryChild(one.asRule())))
                    .forEach(asked::add);
        }
        if (asked.isEmpty()) {
            asked.add(every);
        }
        var outcome = Kleene.MET;
        var notes = new ArrayList<RuleNote>();
        for (var one : asked) {
            var note = note(one, person);
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
        var outcome = evaluation.outcome(every, person);
        var counted = new ArrayList<RuleNote>();
        for (var child : children.children()) {
            var trace = trace(every.parts().get(0), person.child(child));
            if (trace.outcome() == outcome) {
                trace.addTo(counted, outcome);
            }
        }
        var stated = counted.stream()
                .map(RuleNote::asStated)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> RuleNote.firstStated(every));
        return new RuleNote(every, finding(outcome, counted), stated);
    }

    /** The result of what counted; an unknown is the caller's to resolve before it is the provider's. */
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
