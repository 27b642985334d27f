package org.nowrongdoor.eligibility.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.nowrongdoor.eligibility.evaluate.Answer;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.Evaluation;
import org.nowrongdoor.eligibility.evaluate.Finding;
import org.nowrongdoor.eligibility.evaluate.Signed;
import org.nowrongdoor.eligibility.rule.Attribute;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.Rule;

/**
 * Follows a rule and keeps what counted. What must all be met is noted part by part. Of a choice only what decided is
 * noted: the way that is met, else the ways that are open, else every way that failed.
 */
final class Tracing {

    private final Evaluation evaluation;

    Tracing(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** What a rule came to, and the parts that made it so. */
    record Trace(Kleene outcome, List<Note> notes) {

        void addTo(List<Note> notesOf, Kleene wanted) {
            for (Note note : notes) {
                if (note.finding().outcome() == wanted) {
                    notesOf.add(note);
                }
            }
        }
    }

    Trace trace(Signed signed, Evaluation.Person person) {
        if (signed.rule() instanceof Rule.Leaf leaf) {
            Finding finding = evaluation.finding(signed, leaf, person);
            Note note = new Note(signed, finding, leaf.provenance().asStated());
            return new Trace(finding.outcome(), List.of(note));
        }
        if (signed.isAboutChildren()) {
            return ofChildren(signed, person);
        }
        return signed.isAnd() ? all(signed, person) : choice(signed, person);
    }

    private Trace all(Signed signed, Evaluation.Person person) {
        Kleene outcome = Kleene.MET;
        List<Note> notes = new ArrayList<>();
        for (Signed part : signed.parts()) {
            Trace trace = trace(part, person);
            outcome = outcome.and(trace.outcome());
            notes.addAll(trace.notes());
        }
        return new Trace(outcome, notes);
    }

    private Trace choice(Signed signed, Evaluation.Person person) {
        Kleene outcome = Kleene.FAILED;
        List<Note> notes = new ArrayList<>();
        for (Signed part : signed.parts()) {
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
    private static List<Note> withoutConditions(List<Note> failed) {
        List<Note> demands = failed.stream().filter(note -> !note.isExclusion()).toList();
        if (demands.isEmpty()) {
            return failed;
        }
        return failed.stream()
                .filter(note -> !note.isExclusion() || isSaidApart(note, demands))
                .toList();
    }

    private static boolean isSaidApart(Note note, List<Note> demands) {
        return note.asStated() != null
                && demands.stream().noneMatch(demand -> note.asStated().equals(demand.asStated()));
    }

    /** One note for each thing that is asked of the children, however many children it stops. */
    private Trace ofChildren(Signed every, Evaluation.Person person) {
        List<Signed> asked = new ArrayList<>();
        if (every.wanted()) {
            conjuncts(every.parts().get(0))
                    .map(one -> Signed.of(new Rule.EveryChild(one.asRule())))
                    .forEach(asked::add);
        }
        if (asked.isEmpty()) {
            asked.add(every);
        }
        Kleene outcome = Kleene.MET;
        List<Note> notes = new ArrayList<>();
        for (Signed one : asked) {
            Note note = note(one, person);
            outcome = outcome.and(note.finding().outcome());
            notes.add(note);
        }
        return new Trace(outcome, notes);
    }

    private static Stream<Signed> conjuncts(Signed signed) {
        return signed.isGroup() && signed.isAnd()
                ? signed.parts().stream().flatMap(Tracing::conjuncts)
                : Stream.of(signed);
    }

    private Note note(Signed every, Evaluation.Person person) {
        if (!(person.client().answer(Attribute.CHILDREN) instanceof Answer.Children children)) {
            return new Note(every, Finding.ASK_CALLER, Note.firstStated(every));
        }
        Kleene outcome = evaluation.outcome(every, person);
        List<Note> counted = new ArrayList<>();
        for (ClientProfile child : children.children()) {
            Trace trace = trace(every.parts().get(0), person.child(child));
            if (trace.outcome() == outcome) {
                trace.addTo(counted, outcome);
            }
        }
        String stated = counted.stream()
                .map(Note::asStated)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Note.firstStated(every));
        return new Note(every, finding(outcome, counted), stated);
    }

    /** An unknown is the caller's to clear up before it is the provider's. */
    private static Finding finding(Kleene outcome, List<Note> counted) {
        if (outcome != Kleene.UNKNOWN) {
            return Finding.of(outcome == Kleene.MET);
        }
        return counted.stream().map(Note::finding).min(Finding::compareTo).orElse(Finding.ASK_CALLER);
    }
}
