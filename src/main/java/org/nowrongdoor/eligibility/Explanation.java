package org.nowrongdoor.eligibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Says why a service can or cannot help a client, and what is still to be asked. */
public final class Explanation {

    /** Stands for an attribute where the provider states no rule at all. */
    public static final String NO_ATTRIBUTE = "eligibility";

    private final Tracing tracing;
    private final Settling settling;
    private final Regions regions;

    public Explanation(Regions regions) {
        this.regions = regions;
        tracing = new Tracing(new Evaluation(regions));
        settling = new Settling(regions);
    }

    /** The verdict on a client with its reasons and questions, in Spanish for a Spanish locale, else in English. */
    public Match match(ServiceTerms terms, ClientProfile client, Locale locale) {
        Sentences sentences = new Sentences(locale, regions);
        Rule rule = terms.rule();
        if (rule == null) {
            return withoutRule(terms, client, sentences);
        }
        Tracing.Trace trace =
                tracing.trace(Signed.of(rule), new Evaluation.Person(client, terms.takesTransPeopleByIdentity()));
        Verdict verdict = Verdict.of(trace.outcome());
        List<Reason> reasons = trace.notes().stream()
                .sorted(Comparator.comparing(note -> note.finding().outcome()))
                .map(note -> note.reason(sentences))
                .distinct()
                .toList();
        if (reasons.isEmpty() && verdict == Verdict.ELIGIBLE) {
            reasons = List.of(new Reason(NO_ATTRIBUTE, Kleene.MET, null, null, sentences.phrase("open_to_all")));
        }
        return new Match(verdict, reasons, questions(terms, client, new Told(verdict, trace.notes(), locale)));
    }

    private Match withoutRule(ServiceTerms terms, ClientProfile client, Sentences sentences) {
        Reason reason = new Reason(NO_ATTRIBUTE, Kleene.UNKNOWN, UnknownTo.PROVIDER, null, sentences.phrase("no_rule"));
        List<Question> questions = new ArrayList<>();
        questions.add(new Question(NO_ATTRIBUTE, Question.Ask.PROVIDER, sentences.phrase("ask_no_rule")));
        questions.addAll(ofFacts(terms, client, sentences.locale()));
        return new Match(Verdict.UNKNOWN, List.of(reason), questions);
    }

    /** What came of a rule, and the language to ask in. */
    private record Told(Verdict verdict, List<Note> notes, Locale locale) {}

    private List<Question> questions(ServiceTerms terms, ClientProfile client, Told told) {
        if (told.verdict() == Verdict.NOT_ELIGIBLE) {
            return List.of();
        }
        List<Question> questions = new ArrayList<>();
        if (told.verdict() == Verdict.UNKNOWN) {
            for (Attribute attribute : settling.worthAsking(terms, client)) {
                questions.add(new Question(
                        attribute.code(),
                        Question.Ask.CLIENT,
                        attribute.entry().questions().client().in(told.locale())));
            }
            told.notes().forEach(note -> toProvider(note, told.locale()).forEach(questions::add));
        }
        questions.addAll(ofFacts(terms, client, told.locale()));
        return questions.stream().filter(distinctly()).toList();
    }

    private static List<Question> toProvider(Note note, Locale locale) {
        UnknownTo unknownTo = note.finding().unknownTo();
        if (unknownTo == null || unknownTo == UnknownTo.CALLER) {
            return List.of();
        }
        Attribute attribute = note.attribute();
        boolean ofTransPeople =
                attribute == Attribute.GENDER && note.signed().rule() instanceof Rule.Leaf leaf && !leaf.isOpen();
        Label text = ofTransPeople
                ? FactCode.TRANS_INCLUSIVE.entry().question()
                : attribute.entry().questions().provider();
        return List.of(new Question(attribute.code(), Question.Ask.PROVIDER, text.in(locale)));
    }

    private List<Question> ofFacts(ServiceTerms terms, ClientProfile client, Locale locale) {
        return new TouchedFacts(regions)
                .of(terms, client).stream()
                        .map(fact -> new Question(
                                fact.attribute().code(),
                                Question.Ask.PROVIDER,
                                fact.code().entry().question().in(locale)))
                        .toList();
    }

    private static Predicate<Question> distinctly() {
        Set<String> asked = new HashSet<>();
        return question -> asked.add(question.attribute() + question.ask());
    }
}
