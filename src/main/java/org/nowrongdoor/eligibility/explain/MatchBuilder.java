package org.nowrongdoor.eligibility.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.LeafResult;
import org.nowrongdoor.eligibility.evaluate.RuleEvaluator;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.evaluate.UnknownTo;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.Rule;

/** Builds a verdict with its reasons and with the questions that are still to be asked. */
public final class MatchBuilder {

    /** The attribute code used where the provider states no rule at all. */
    public static final String NO_ATTRIBUTE = "eligibility";

    private final RuleTracer tracing;
    private final DecisiveQuestions settling;
    private final RelevantFacts touchedFacts;
    private final RegionContainment regions;

    public MatchBuilder(RegionContainment regions) {
        this.regions = regions;
        tracing = new RuleTracer(new RuleEvaluator(regions));
        settling = new DecisiveQuestions(regions);
        touchedFacts = new RelevantFacts(regions);
    }

    /** The verdict on a client with reasons and questions, in the language of the locale.
     *  @param locale any Spanish locale gives Spanish, every other one English */
    public Match match(ServiceTerms terms, ClientProfile client, Locale locale) {
        return match(terms, client, locale, null);
    }

    /** The verdict on a client with reasons and questions, in the language of the locale.
     *  @param locale any Spanish locale gives Spanish, every other one English
     *  @param words what the provider says of who can get help; told where it states no rule */
    public Match match(ServiceTerms terms, ClientProfile client, Locale locale, @Nullable String words) {
        var sentences = new ReasonFormatter(locale, regions);
        var signed = terms.signed();
        if (signed == null) {
            return withoutRule(terms, client, sentences, words);
        }
        var trace = tracing.trace(signed, RuleEvaluator.Person.of(client, terms));
        var verdict = Verdict.of(trace.outcome());
        var reasons = reasons(trace, sentences);
        return switch (verdict) {
            case NOT_ELIGIBLE -> new Match(verdict, reasons, List.of(), Set.of());
            case ELIGIBLE -> new Match(verdict, reasons, distinct(ofFacts(terms, client, locale)), Set.of());
            case UNKNOWN -> {
                var undecided = new DecisiveQuestions.Undecided(terms, signed, trace.notes());
                yield undecided(undecided, client, new Said(reasons, locale));
            }
        };
    }

    private static List<Reason> reasons(RuleTracer.Trace trace, ReasonFormatter sentences) {
        if (trace.notes().isEmpty() && trace.outcome() == Kleene.MET) {
            return List.of(new Reason(NO_ATTRIBUTE, Kleene.MET, null, null, null, sentences.phrase("open_to_all")));
        }
        var notes = new ArrayList<>(trace.notes());
        notes.sort(Comparator.comparing(note -> note.finding().outcome()));
        var reasons = new LinkedHashSet<Reason>();
        notes.forEach(note -> reasons.add(note.reason(sentences)));
        return List.copyOf(reasons);
    }

    private Match withoutRule(
            ServiceTerms terms, ClientProfile client, ReasonFormatter sentences, @Nullable String words) {
        var stated = words == null || words.isBlank() ? null : words.strip();
        var text = sentences.phrase(stated == null ? "no_rule" : "rule_in_words");
        var reason = new Reason(NO_ATTRIBUTE, Kleene.UNKNOWN, UnknownTo.PROVIDER, stated, null, text);
        var questions = new ArrayList<Question>();
        questions.add(new Question(NO_ATTRIBUTE, Question.Ask.PROVIDER, sentences.phrase("ask_no_rule")));
        questions.addAll(ofFacts(terms, client, sentences.locale()));
        return new Match(Verdict.UNKNOWN, List.of(reason), distinct(questions), Set.of());
    }

    /** The reasons that were found, and the language to ask in. */
    private record Said(List<Reason> reasons, Locale locale) {}

    private Match undecided(DecisiveQuestions.Undecided undecided, ClientProfile client, Said said) {
        var alone = settling.alone(undecided, client);
        var asked = alone.isEmpty() ? settling.together(undecided, client) : alone;
        var questions = new ArrayList<Question>();
        for (var attribute : asked) {
            var text = attribute.entry().questions().client();
            questions.add(new Question(attribute.code(), Question.Ask.CLIENT, text.in(said.locale())));
        }
        for (var note : undecided.notes()) {
            if (note.finding() == LeafResult.ASK_PROVIDER || note.finding() == LeafResult.PROVIDER_DECIDES) {
                questions.add(toProvider(note, said.locale()));
            }
        }
        questions.addAll(ofFacts(undecided.terms(), client, said.locale()));
        return new Match(Verdict.UNKNOWN, said.reasons(), distinct(questions), alone);
    }

    private static Question toProvider(RuleNote note, Locale locale) {
        var attribute = note.attribute();
        var ofTransPeople =
                attribute == ClientAttribute.GENDER && note.signed().rule() instanceof Rule.Leaf leaf && !leaf.isOpen();
        var text = ofTransPeople
                ? FactCode.TRANS_INCLUSIVE.entry().question()
                : attribute.entry().questions().provider();
        return new Question(attribute.code(), Question.Ask.PROVIDER, text.in(locale));
    }

    private List<Question> ofFacts(ServiceTerms terms, ClientProfile client, Locale locale) {
        var questions = new ArrayList<Question>();
        for (var fact : touchedFacts.of(terms, client)) {
            var text = fact.code().entry().question();
            questions.add(new Question(fact.attribute().code(), Question.Ask.PROVIDER, text.in(locale)));
        }
        return questions;
    }

    /** Keeps one question for each attribute and each party that is asked. */
    private static List<Question> distinct(List<Question> questions) {
        var asked = new HashSet<String>();
        return questions.stream()
                .filter(question -> asked.add(question.attribute() + " " + question.ask()))
                .toList();
    }
}
