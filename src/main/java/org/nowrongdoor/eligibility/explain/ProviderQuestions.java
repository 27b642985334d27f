package org.nowrongdoor.eligibility.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nowrongdoor.eligibility.evaluate.Answer;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.FactCode;

/** Questions to the provider that no rule asks for: about duties to report, and about conditions of which none is known. */
public final class ProviderQuestions {

    /** The attribute code of the question about conditions. */
    public static final String CONDITIONS = "conditions";

    // 18: document 004 and federal law count everyone younger as a minor
    private static final int OF_AGE = 18;

    private ProviderQuestions() {}

    /** Whether a client may be a minor. One who gave no age is not counted as one. */
    public static boolean isPerhapsMinor(ClientProfile client) {
        return client.answer(ClientAttribute.AGE) instanceof Answer.Amount age && age.min() < OF_AGE;
    }

    /** A match in which the first question to the provider is whether staff must report. */
    public static Match withReporting(Match match, Locale locale) {
        return with(
                match,
                new Question(
                        ClientAttribute.AGE.code(),
                        Question.Ask.PROVIDER,
                        FactCode.MANDATED_REPORTER.entry().question().in(locale)),
                0);
    }

    /** A match with one question for all the conditions that are not known. */
    public static Match withConditions(Match match, Locale locale) {
        return with(
                match,
                new Question(CONDITIONS, Question.Ask.PROVIDER, new Phrases(locale).phrase("ask_conditions")),
                match.questions().size());
    }

    private static Match with(Match match, Question question, int position) {
        if (match.verdict() == Verdict.NOT_ELIGIBLE) {
            return match;
        }
        var questions = new ArrayList<>(match.questions());
        questions.add(position, question);
        return new Match(match.verdict(), match.conflicts(), match.reasons(), List.copyOf(questions), match.settling());
    }
}
