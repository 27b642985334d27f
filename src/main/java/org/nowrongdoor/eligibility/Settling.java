package org.nowrongdoor.eligibility;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells which answers of a client could still settle an undecided verdict. */
final class Settling {

    private final Evaluation evaluation;
    private final Tracing tracing;
    private final PossibleAnswers possibleAnswers;

    Settling(Regions regions) {
        evaluation = new Evaluation(regions);
        tracing = new Tracing(evaluation);
        possibleAnswers = new PossibleAnswers(regions);
    }

    /** The attributes that could settle the verdict alone: those, and no others, are worth a question of their own. */
    Set<Attribute> settlingAlone(ServiceTerms terms, ClientProfile client) {
        return settlingAlone(terms, client, openTo(terms, client));
    }

    /** The attributes to ask about one service: what settles it alone, else what does so together. */
    Set<Attribute> worthAsking(ServiceTerms terms, ClientProfile client) {
        Set<Attribute> open = openTo(terms, client);
        Set<Attribute> alone = settlingAlone(terms, client, open);
        if (!alone.isEmpty()) {
            return alone;
        }
        return couldSettleTogether(terms, client) ? open : Set.of();
    }

    private Set<Attribute> settlingAlone(ServiceTerms terms, ClientProfile client, Set<Attribute> open) {
        Set<Attribute> settling = EnumSet.noneOf(Attribute.class);
        for (Attribute attribute : open) {
            boolean settles = possibleAnswers.of(attribute, terms, client).stream()
                    .anyMatch(answer -> evaluation.verdict(terms, client.with(attribute, answer)) != Verdict.UNKNOWN);
            if (settles) {
                settling.add(attribute);
            }
        }
        return settling;
    }

    /** What the verdict is open for and the client did not refuse to say; nothing where it is decided. */
    private Set<Attribute> openTo(ServiceTerms terms, ClientProfile client) {
        Set<Attribute> open = EnumSet.noneOf(Attribute.class);
        Rule rule = terms.rule();
        if (rule == null) {
            return open;
        }
        Tracing.Trace trace = tracing.trace(Signed.of(rule), person(terms, client));
        if (trace.outcome() == Kleene.UNKNOWN) {
            trace.notes().stream()
                    .filter(note -> note.finding() == Finding.ASK_CALLER)
                    .map(Note::attribute)
                    .filter(attribute -> !(client.answer(attribute) instanceof Answer.Withheld))
                    .forEach(open::add);
        }
        return open;
    }

    private static Evaluation.Person person(ServiceTerms terms, ClientProfile client) {
        return new Evaluation.Person(client, terms.takesTransPeopleByIdentity());
    }

    /** Whether the best or the worst that the caller could say of everything would settle it. */
    private boolean couldSettleTogether(ServiceTerms terms, ClientProfile client) {
        Rule rule = terms.rule();
        return rule != null
                && List.of(Kleene.MET, Kleene.FAILED).stream()
                        .anyMatch(said -> assuming(said, Signed.of(rule), person(terms, client)) == said);
    }

    private Kleene assuming(Kleene said, Signed signed, Evaluation.Person person) {
        if (signed.isLeaf()) {
            Finding finding = evaluation.finding(signed, person);
            boolean open = finding == Finding.ASK_CALLER
                    && !(person.client().answer(((Rule.Leaf) signed.rule()).attribute()) instanceof Answer.Withheld);
            return open ? said : finding.outcome();
        }
        if (signed.isAboutChildren()) {
            Kleene outcome = evaluation.outcome(signed, person);
            Answer answer = person.client().answer(Attribute.CHILDREN);
            return outcome == Kleene.UNKNOWN && !(answer instanceof Answer.Withheld) ? said : outcome;
        }
        return signed.parts().stream()
                .map(part -> assuming(said, part, person))
                .reduce(signed.start(), signed.isAnd() ? Kleene::and : Kleene::or);
    }
}
