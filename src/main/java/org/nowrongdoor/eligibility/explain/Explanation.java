package org.nowrongdoor.eligibility.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.Evaluation;
import org.nowrongdoor.eligibility.evaluate.Finding;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.evaluate.Signed;
import org.nowrongdoor.eligibility.evaluate.UnknownTo;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.Attribute;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.Label;
import org.nowrongdoor.eligibility.rule.Regions;
import org.nowrongdoor.eligibility.rule.Rule;

/** Says why a service can or cannot help a client, and what is still to be asked. */
public final class Explanation {

    /** Stands for an attribute where the provider states no rule at all. */
    public static final String NO_ATTRIBUTE = "eligibility";

    private final Tracing tracing;
    private final Settling settling;
    private final TouchedFacts touchedFacts;
    private final Regions regions;

    public Explanation(Regions regions) {
        this.regions = regions;
        tracing = new Tracing(new Evaluation(regions));
        settling = new Settling(regions);
        touchedFacts = new TouchedFacts(regions);
    }

    /** The verdict on a client with its reasons and questions, in Spanish for a Spanish locale, else in English. */
    public Match match(ServiceTerms terms, ClientProfile client, Locale locale) {
        Sentences sentences = new Sentences(locale, regions);
        Signed signed = terms.signed();
        if (signed == null) {
            return withoutRule(terms, client, sentences);
        }
        Tracing.Trace trace = tracing.trace(signed, Evaluation.Person.of(client, terms));
        Verdict verdict = Verdict.of(trace.outcome());
        List<Reason> reasons = reasons(trace, sentences);
        return switch (verdict) {
            case NOT_ELIGIBLE -> new Match(verdict, reasons, List.of(), Set.of());
            case ELIGIBLE -> new Match(verdict, reasons, distinct(ofFacts(terms, client, locale)), Set.of());
            case UNKNOWN -> {
                Settling.Undecided undecided = new Settling.Undecided(terms, signed, trace.notes());
                yield undecided(undecided, client, new Said(reasons, locale));
            }
        };
    }

    private static List<Reason> reasons(Tracing.Trace trace, Sentences sentences) {
        if (trace.notes().isEmpty() && trace.outcome() == Kleene.MET) {
            return List.of(new Reason(NO_ATTRIBUTE, Kleene.MET, null, null, sentences.phrase("open_to_all")));
        }
        List<Note> notes = new ArrayList<>(trace.notes());
        notes.sort(Comparator.comparing(note -> note.finding().outcome()));
        Set<Reason> reasons = new LinkedHashSet<>();
        notes.forEach(note -> reasons.add(note.reason(sentences)));
        return List.copyOf(reasons);
    }

    private Match withoutRule(ServiceTerms terms, ClientProfile client, Sentences sentences) {
        Reason reason = new Reason(NO_ATTRIBUTE, Kleene.UNKNOWN, UnknownTo.PROVIDER, null, sentences.phrase("no_rule"));
        List<Question> questions = new ArrayList<>();
        questions.add(new Question(NO_ATTRIBUTE, Question.Ask.PROVIDER, sentences.phrase("ask_no_rule")));
        questions.addAll(ofFacts(terms, client, sentences.locale()));
        return new Match(Verdict.UNKNOWN, List.of(reason), distinct(questions), Set.of());
    }

    /** The reasons that were found, and the language to ask in. */
    private record Said(List<Reason> reasons, Locale locale) {}

    private Match undecided(Settling.Undecided undecided, ClientProfile client, Said said) {
        Set<Attribute> alone = settling.alone(undecided, client);
        Set<Attribute> asked = alone.isEmpty() ? settling.together(undecided, client) : alone;
        List<Question> questions = new ArrayList<>();
        for (Attribute attribute : asked) {
            Label text = attribute.entry().questions().client();
            questions.add(new Question(attribute.code(), Question.Ask.CLIENT, text.in(said.locale())));
        }
        for (Note note : undecided.notes()) {
            if (note.finding() == Finding.ASK_PROVIDER || note.finding() == Finding.PROVIDER_DECIDES) {
                questions.add(toProvider(note, said.locale()));
            }
        }
        questions.addAll(ofFacts(undecided.terms(), client, said.locale()));
        return new Match(Verdict.UNKNOWN, said.reasons(), distinct(questions), alone);
    }

    private static Question toProvider(Note note, Locale locale) {
        Attribute attribute = note.attribute();
        boolean ofTransPeople =
                attribute == Attribute.GENDER && note.signed().rule() instanceof Rule.Leaf leaf && !leaf.isOpen();
        Label text = ofTransPeople
                ? FactCode.TRANS_INCLUSIVE.entry().question()
                : attribute.entry().questions().provider();
        return new Question(attribute.code(), Question.Ask.PROVIDER, text.in(locale));
    }

    private List<Question> ofFacts(ServiceTerms terms, ClientProfile client, Locale locale) {
        List<Question> questions = new ArrayList<>();
        for (TouchedFacts.TouchedFact fact : touchedFacts.of(terms, client)) {
            Label text = fact.code().entry().question();
            questions.add(new Question(fact.attribute().code(), Question.Ask.PROVIDER, text.in(locale)));
        }
        return questions;
    }

    /** One question about one thing to one person is enough. */
    private static List<Question> distinct(List<Question> questions) {
        Set<String> asked = new HashSet<>();
        return questions.stream()
                .filter(question -> asked.add(question.attribute() + " " + question.ask()))
                .toList();
    }
}
