package org.nowrongdoor.eligibility.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nowrongdoor.eligibility.evaluate.AllAnswers;
import org.nowrongdoor.eligibility.evaluate.Answer;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.PossibleAnswers;
import org.nowrongdoor.eligibility.evaluate.RandomCases;
import org.nowrongdoor.eligibility.evaluate.RuleEvaluator;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.RuleJsonMapper;
import org.nowrongdoor.support.EligibilityForTests;

/** A question is asked exactly when trying every answer finds one that settles the verdict. */
class QuestionsPropertyTest {

    private final RuleEvaluator evaluation = new RuleEvaluator(EligibilityForTests.REGIONS);
    private final MatchBuilder explanation = new MatchBuilder(EligibilityForTests.REGIONS);

    @Provide
    Arbitrary<ServiceTerms> services() {
        return RandomCases.services();
    }

    @Provide
    Arbitrary<ClientProfile> clients() {
        return RandomCases.clients();
    }

    @Property(tries = 2000)
    void aQuestionIsAskedExactlyWhenItsAnswerAloneCouldSettle(
            @ForAll("services") ServiceTerms terms, @ForAll("clients") ClientProfile client) {
        Set<ClientAttribute> asked =
                explanation.match(terms, client, Locale.ENGLISH).settling();
        Set<ClientAttribute> unsaid = EnumSet.noneOf(ClientAttribute.class);
        for (ClientAttribute attribute : ClientAttribute.values()) {
            if (client.answer(attribute) == null && triedOut(attribute, terms, client)) {
                unsaid.add(attribute);
            }
        }
        Set<ClientAttribute> askedUnsaid =
                EnumSet.copyOf(asked.isEmpty() ? EnumSet.noneOf(ClientAttribute.class) : asked);
        askedUnsaid.removeIf(attribute -> client.answer(attribute) != null);
        // there are more families than can be tried out
        if (askedUnsaid.contains(ClientAttribute.CHILDREN)) {
            unsaid.add(ClientAttribute.CHILDREN);
        }
        // and of a rule that tells very many families apart not all are tried, lest a hostile one be costly
        if (tellsTooManyFamiliesApart(terms, client)) {
            unsaid.remove(ClientAttribute.CHILDREN);
            askedUnsaid.remove(ClientAttribute.CHILDREN);
        }
        assertEquals(
                unsaid,
                askedUnsaid,
                () -> RuleJsonMapper.write(Objects.requireNonNull(terms.rule())).toString());
    }

    private static boolean tellsTooManyFamiliesApart(ServiceTerms terms, ClientProfile client) {
        return new PossibleAnswers(EligibilityForTests.REGIONS)
                        .of(ClientAttribute.CHILDREN, terms, client)
                        .limit(DecisiveQuestions.MOST_TRIED + 1L)
                        .count()
                > DecisiveQuestions.MOST_TRIED;
    }

    private boolean triedOut(ClientAttribute attribute, ServiceTerms terms, ClientProfile client) {
        return evaluation.verdict(terms, client) == Verdict.UNKNOWN
                && AllAnswers.to(attribute).stream()
                        .anyMatch(
                                answer -> evaluation.verdict(terms, client.with(attribute, answer)) != Verdict.UNKNOWN);
    }

    @Property(tries = 2000)
    void aMoreExactAnswerNeverTurnsAVerdictAround(
            @ForAll("services") ServiceTerms terms, @ForAll("clients") ClientProfile client) {
        Verdict verdict = evaluation.verdict(terms, client);
        PossibleAnswers possible = new PossibleAnswers(EligibilityForTests.REGIONS);
        for (ClientAttribute attribute : ClientAttribute.values()) {
            if (client.answer(attribute) instanceof Answer.Withheld) {
                continue;
            }
            for (Answer answer : possible.of(attribute, terms, client).toList()) {
                Verdict then = evaluation.verdict(terms, client.with(attribute, answer));
                assertTrue(verdict == Verdict.UNKNOWN || then == Verdict.UNKNOWN || verdict == then, attribute.code());
            }
        }
    }
}
