package org.nowrongdoor.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        Stream<Note> with(Kleene wanted) {
            return notes.stream().filter(note -> note.finding().outcome() == wanted);
        }
    }

    Trace trace(Signed signed, Evaluation.Person person) {
        if (signed.isLeaf()) {
            Finding finding = evaluation.finding(signed, person);
            return new Trace(finding.outcome(), List.of(Note.of(signed, finding)));
        }
        if (signed.isAboutChildren()) {
            return ofChildren(signed, person);
        }
        List<Trace> parts =
                signed.parts().stream().map(part -> trace(part, person)).toList();
        return signed.isAnd() ? all(parts) : choice(parts);
    }

    private static Trace all(List<Trace> parts) {
        Kleene outcome = parts.stream().map(Trace::outcome).reduce(Kleene.MET, Kleene::and);
        return new Trace(
                outcome,
                parts.stream().flatMap(part -> part.notes().stream()).distinct().toList());
    }

    private static Trace choice(List<Trace> ways) {
        Kleene outcome = ways.stream().map(Trace::outcome).reduce(Kleene.FAILED, Kleene::or);
        Stream<Trace> deciding = ways.stream().filter(way -> way.outcome() == outcome);
        List<Note> notes = deciding.limit(outcome == Kleene.MET ? 1 : ways.size())
                .flatMap(way -> way.with(outcome))
                .distinct()
                .toList();
        return new Trace(outcome, outcome == Kleene.FAILED ? withoutConditions(notes) : notes);
    }

    /**
     * "Not a boy, or 12 at most" is the one rule "boys to 12": its first half only says whom the second is for. It is
     * left out when the provider has no other words for it.
     */
    private static List<Note> withoutConditions(List<Note> failed) {
        List<@Nullable String> stated = new ArrayList<>();
        failed.stream().filter(note -> !note.isExclusion()).forEach(note -> stated.add(note.asStated()));
        if (stated.isEmpty()) {
            return failed;
        }
        return failed.stream()
                .filter(note -> !note.isExclusion() || (note.asStated() != null && !stated.contains(note.asStated())))
                .toList();
    }

    /** One note for each thing that is asked of the children, however many children it stops. */
    private Trace ofChildren(Signed every, Evaluation.Person person) {
        List<Signed> asked = every.wanted()
                ? conjuncts(every.parts().get(0))
                        .map(one -> Signed.of(new Rule.EveryChild(one.asRule())))
                        .toList()
                : List.of();
        List<Note> notes = (asked.isEmpty() ? List.of(every) : asked)
                .stream().map(one -> note(one, person)).toList();
        Kleene outcome = notes.stream().map(note -> note.finding().outcome()).reduce(Kleene.MET, Kleene::and);
        return new Trace(outcome, notes);
    }

    private static Stream<Signed> conjuncts(Signed signed) {
        return signed.isGroup() && signed.isAnd()
                ? signed.parts().stream().flatMap(Tracing::conjuncts)
                : Stream.of(signed);
    }

    private Note note(Signed every, Evaluation.Person person) {
        Kleene outcome = evaluation.outcome(every, person);
        if (!(person.client().answer(Attribute.CHILDREN) instanceof Answer.Children children)) {
            return new Note(every, Finding.ASK_CALLER, Note.firstStated(every));
        }
        List<Note> counted = children.children().stream()
                .map(child -> trace(every.parts().get(0), person.child(child)))
                .filter(trace -> trace.outcome() == outcome)
                .flatMap(trace -> trace.with(outcome))
                .toList();
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
